package org.cytotrial.evidence.synthesis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Which arms come from one series of patients, as someone recorded it in `series.csv`: `short_id`,
/// `series`, `source`.
///
/// @param names the series by arm
/// @param sources why, by series, in the order of the table
public record Series(Map<String, String> names, SequencedMap<String, String> sources) {
  public static final Series NONE = new Series(Map.of(), new LinkedHashMap<>());

  public Series {
    names = Map.copyOf(names);
    sources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sources));
  }

  /// Reads the table.
  ///
  /// @param arms the ids that may stand in it
  /// @param problems takes what is wrong
  static Series read(FormTable table, List<String> arms, List<String> problems) {
    Map<String, String> names = new LinkedHashMap<>();
    SequencedMap<String, String> sources = new LinkedHashMap<>();
    for (FormTable.Row row : table.rows()) {
      String arm = row.text("short_id");
      if (!arms.contains(arm)) {
        problems.add(row.place() + ": 'short_id' is '" + arm + "', which is no accepted arm.");
      } else if (row.text("series").isEmpty() || row.text("source").isEmpty()) {
        problems.add(
            row.place() + ": 'series' and 'source' must say which series, and who says so.");
      } else if (names.put(arm, row.text("series")) != null) {
        problems.add(row.place() + ": arm '" + arm + "' stands twice.");
      } else {
        sources.merge(
            row.text("series"), row.text("source"), (a, b) -> a.equals(b) ? a : a + "; " + b);
      }
    }
    return new Series(names, sources);
  }

  Optional<String> of(String arm) {
    return Optional.ofNullable(names.get(arm));
  }
}
