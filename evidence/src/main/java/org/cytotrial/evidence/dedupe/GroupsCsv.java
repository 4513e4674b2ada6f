package org.cytotrial.evidence.dedupe;

import java.util.Locale;

/// The two files of a deduplication as CSV (RFC 4180).
public final class GroupsCsv {
  private GroupsCsv() {}

  /// `record_id,group,reason`, a row per record in the order read.
  public static String groups(Deduplication found) {
    var text = new StringBuilder("record_id,group,reason\n");
    for (Deduplication.Row row : found.rows()) {
      cell(text, row.recordId()).append(',').append(row.group()).append(',');
      cell(text, row.reason()).append('\n');
    }
    return text.toString();
  }

  /// `record_id_1,record_id_2,score,why`, the likeliest pairs first.
  public static String unsure(Deduplication found) {
    var text = new StringBuilder("record_id_1,record_id_2,score,why\n");
    for (Deduplication.UnsurePair pair : found.unsure()) {
      cell(text, pair.first()).append(',');
      cell(text, pair.second()).append(',');
      text.append(String.format(Locale.ROOT, "%.2f", pair.score())).append(',');
      cell(text, pair.why()).append('\n');
    }
    return text.toString();
  }

  private static StringBuilder cell(StringBuilder text, String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain
        ? text.append(value)
        : text.append('"').append(value.replace("\"", "\"\"")).append('"');
  }
}
