package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8 in which single bytes are broken: these are read as Windows-1252.
final class MixedDecoder extends Reader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final PushbackInputStream in;
  private String pending = "";
  private int at;

  MixedDecoder(InputStream in) {
    this.in = new PushbackInputStream(in, 4);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = 0;
    while (n < length) {
      if (at == pending.length()) {
        pending = decode();
        at = 0;
        if (pending.isEmpty()) {
          return n == 0 ? -1 : n;
        }
      }
      buffer[offset + n++] = pending.charAt(at++);
    }
    return n;
  }

  private String decode() throws IOException {
    int first = in.read();
    if (first < 0) {
      return "";
    }
    int follow = Utf8Count.following(first);
    if (follow == 0) {
      return String.valueOf((char) first);
    }
    byte[] bytes = new byte[Math.max(follow, 0) + 1];
    bytes[0] = (byte) first;
    for (int i = 1; i <= follow; i++) {
      int b = in.read();
      if (b >= 0) {
        bytes[i] = (byte) b;
      }
      if (b < 0x80 || b > 0xbf) {
        in.unread(bytes, 1, b < 0 ? i - 1 : i);
        return new String(bytes, 0, 1, WINDOWS);
      }
    }
    return new String(bytes, follow < 0 ? WINDOWS : StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
