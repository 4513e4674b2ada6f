package org.cytotrial.evidence.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The encoding of a file, found by reading it once, and its beginning.
final class TextFile {
  private static final int HEAD = 1 << 16;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /// Something odd about the encoding.
  record Warning(long line, String message) {}

  private final Path file;
  private final byte[] head;
  private final Charset charset;
  private final boolean mixed;
  private final List<Warning> warnings;

  private TextFile(Path file, byte[] head, Charset charset, boolean mixed, List<Warning> warnings) {
    this.file = file;
    this.head = head;
    this.charset = charset;
    this.mixed = mixed;
    this.warnings = List.copyOf(warnings);
  }

  /// Reads the file once: a byte order mark says the encoding, else zeros betray UTF-16, else what
  /// is valid UTF-8 is UTF-8, else it is Latin-1 (as Windows-1252), or UTF-8 with broken bytes.
  static TextFile examine(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    List<Warning> warnings = new ArrayList<>();
    Charset utf16 = utf16(head);
    if (utf16 != null) {
      return new TextFile(file, head, utf16, false, warnings);
    }
    Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (declared.find() && !declared.group(1).equalsIgnoreCase("utf-8")) {
      Charset named = charset(declared.group(1), warnings);
      return new TextFile(file, head, named, false, warnings);
    }
    Utf8Count count;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD)) {
      count = Utf8Count.of(in);
    }
    if (count.invalid() == 0) {
      return new TextFile(file, head, StandardCharsets.UTF_8, false, warnings);
    }
    boolean mixed = count.multibyte() > count.invalid();
    warnings.add(
        new Warning(
            count.firstInvalidLine(),
            mixed
                ? count.invalid()
                    + " bytes are not UTF-8, though the rest is; they were read as"
                    + " Latin-1"
                : "the file is not UTF-8; it was read as Latin-1 (Windows-1252). If letters look"
                    + " wrong, save it as UTF-8"));
    Charset charset = mixed ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    return new TextFile(file, head, charset, mixed, warnings);
  }

  private static Charset charset(String name, List<Warning> warnings) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      warnings.add(new Warning(1, "unknown encoding '" + e.getMessage() + "': read as UTF-8"));
      return StandardCharsets.UTF_8;
    }
  }

  private static @org.jspecify.annotations.Nullable Charset utf16(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    int n = Math.min(head.length, 4096);
    for (int i = 0; i < n; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (odd > n / 4 && odd > 4 * even) {
      return StandardCharsets.UTF_16LE;
    }
    return even > n / 4 && even > 4 * odd ? StandardCharsets.UTF_16BE : null;
  }

  byte[] head() {
    return head.clone();
  }

  /// The beginning as text, without a byte order mark.
  String headText() {
    String text = new String(head, charset);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  List<Warning> warnings() {
    return warnings;
  }

  String encodingName() {
    return mixed ? "UTF-8 with broken bytes" : charset.name();
  }

  BufferedReader open() throws IOException {
    InputStream in = Files.newInputStream(file);
    BufferedReader reader =
        new BufferedReader(
            mixed
                ? new MixedDecoder(new BufferedInputStream(in, HEAD))
                : new InputStreamReader(in, charset),
            HEAD);
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }
}
