package org.cytotrial.evidence.dedupe;

import java.util.List;

/// Which records are the same paper: a row per record in the order given, and the pairs left to a
/// person.
public record Deduplication(List<Row> rows, List<UnsurePair> unsure, int groups) {
  /// A record, the number of its group (from 1, in order of appearance), and why it stands there.
  public record Row(String recordId, int group, String reason) {}

  /// A pair that was not grouped, with a score between 0 and 1.
  public record UnsurePair(String first, String second, double score, String why) {}

  public Deduplication {
    rows = List.copyOf(rows);
    unsure = List.copyOf(unsure);
  }
}
