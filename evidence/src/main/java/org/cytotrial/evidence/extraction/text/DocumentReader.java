package org.cytotrial.evidence.extraction.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cytotrial.evidence.importing.ImportException;
import org.cytotrial.evidence.importing.ImportReport;
import org.cytotrial.evidence.importing.Importer;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;

/// Reads the text of documents from a file, whose kind is told from its content.
public final class DocumentReader {
  private static final int HEAD = 1 << 14;
  private static final Pattern JATS =
      Pattern.compile(
          "^\\s*(?:<\\?[^>]*>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>\\[]*(?:\\[[^\\]]*\\])?[^>]*>\\s*)*<(?:article|pmc-articleset|front|abstract|body|sec|jats)[\\s>]",
          Pattern.DOTALL);

  private DocumentReader() {}

  /// A PDF, a JATS file, a file of bibliographic records (a document each: title and abstract), or
  /// plain text.
  ///
  /// @throws UnreadableDocumentException for a PDF that is encrypted, broken or a scan
  public static List<DocumentText> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such document");
    }
    String head = head(file);
    int pdf = head.indexOf("%PDF-");
    if (pdf >= 0 && pdf < 1024) {
      return List.of(PdfReader.read(file));
    }
    if (JATS.matcher(head).find()) {
      return List.of(JatsReader.read(name(file), Files.readAllBytes(file)));
    }
    return recordsOrText(file);
  }

  /// The text of one record: its title and its abstract.
  public static DocumentText of(BibliographicRecord record) {
    String title = record.title().strip();
    String summary = record.text(Field.ABSTRACT).strip();
    String text = title.isEmpty() || summary.isEmpty() ? title + summary : title + "\n\n" + summary;
    List<String> notices =
        summary.isEmpty() ? List.of(record.id() + ": the record has no abstract") : List.of();
    String pmid = record.text(Field.PMID);
    return new DocumentText(pmid.isEmpty() ? record.id() : pmid, text, notices);
  }

  private static List<DocumentText> recordsOrText(Path file) throws IOException {
    List<DocumentText> documents = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    try {
      ImportReport report = Importer.read(file, r -> documents.add(of(r)));
      report.notices().forEach(n -> notices.add(n.toString()));
    } catch (ImportException _) {
      documents.clear();
    }
    if (documents.isEmpty()) {
      return List.of(plain(file));
    }
    DocumentText first = documents.getFirst();
    notices.addAll(first.notices());
    documents.set(0, new DocumentText(first.name(), first.text(), notices));
    return List.copyOf(documents);
  }

  private static DocumentText plain(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> notices = new ArrayList<>();
    if (text.indexOf('\ufffd') >= 0) {
      notices.add(
          name(file)
              + ": some bytes are not UTF-8; they were read as \ufffd. Save the file as UTF-8");
    }
    if (text.isBlank()) {
      notices.add(name(file) + ": the file is empty");
    }
    return new DocumentText(
        name(file), text.replace("\r\n", "\n").replaceFirst("^\ufeff", ""), notices);
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
