package org.cytotrial.evidence.importing;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What became of one file: how it was read, how many records it gave, and what was lost.
///
/// `notices` are the first of them, `noticeCount` is how many there were; `notUnderstood` counts
/// the values of each field that has no place in a record.
public record ImportReport(
    String file,
    ImportFormat format,
    String encoding,
    int records,
    List<Notice> notices,
    int noticeCount,
    SequencedMap<String, Integer> notUnderstood) {

  /// One remark: where, what was found, and what was done about it.
  public record Notice(String file, long line, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + message;
    }
  }

  public ImportReport {
    notices = List.copyOf(notices);
    notUnderstood = new TreeMap<>(notUnderstood);
  }
}
