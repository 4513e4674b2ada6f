package org.cytotrial.evidence.importing;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cytotrial.evidence.importing.ImportReport.Notice;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.SourcePosition;

/// One file being read: the readers put in what they find, and what they cannot understand.
final class ImportSession {
  private static final int NOTICES_KEPT = 200;

  private final String file;
  private final BufferedReader reader;
  private final Consumer<? super BibliographicRecord> each;
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, Integer> notUnderstood = new TreeMap<>();
  private int noticeCount;
  private int records;

  ImportSession(String file, BufferedReader reader, Consumer<? super BibliographicRecord> each) {
    this.file = file;
    this.reader = reader;
    this.each = each;
  }

  BufferedReader reader() {
    return reader;
  }

  /// Gives a finished record away; one without any content is named and left out.
  void emit(RecordDraft draft) {
    if (draft.isEmpty()) {
      notice(draft.line, "a record without title, authors or any other known field was left out");
      return;
    }
    records++;
    each.accept(
        new BibliographicRecord(
            draft.id.isEmpty() ? Integer.toString(records) : draft.id,
            draft.type,
            draft.authors,
            draft.fields,
            List.copyOf(draft.keywords),
            new SourcePosition(file, records, draft.line),
            draft.original.toString(),
            Map.of()));
  }

  void notice(long line, String message) {
    noticeCount++;
    if (notices.size() < NOTICES_KEPT) {
      notices.add(new Notice(file, line, message));
    }
  }

  void notUnderstood(String field) {
    notUnderstood.merge(field, 1, Integer::sum);
  }

  int records() {
    return records;
  }

  ImportReport report(ImportFormat format, String encoding) {
    return new ImportReport(
        file, format, encoding, records, notices, noticeCount, new TreeMap<>(notUnderstood));
  }

  /// Shortens a line of the file for a message.
  static String quote(String line) {
    String text = RecordDraft.tidy(line);
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
