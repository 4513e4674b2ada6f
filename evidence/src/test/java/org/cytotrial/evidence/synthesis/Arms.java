package org.cytotrial.evidence.synthesis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.domain.clinical.PublishedArm.GradeThree;

/// Arms made from a few cells, for tests: IL-2 alone in melanoma, read in a source, unless the
/// cells say otherwise.
final class Arms {
  private static final GradeThree NOTHING =
      new GradeThree(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  private Arms() {}

  /// An arm from `column=value` texts.
  static PublishedArm of(String id, String... cells) {
    SequencedMap<String, String> columns =
        new LinkedHashMap<>(
            Map.of(
                "cytokine", "IL-2",
                "cancer", "melanoma",
                "combination", "none",
                "endpoint_class", "systemic_RECIST_WHO",
                "fit_weight", "1",
                "primary_outcome_status", "seen",
                "citation", "Journal of " + id));
    for (String cell : cells) {
      int at = cell.indexOf('=');
      columns.put(cell.substring(0, at), cell.substring(at + 1));
    }
    return arm(id, columns);
  }

  private static PublishedArm arm(String id, SequencedMap<String, String> columns) {
    return new PublishedArm(
        id,
        columns.getOrDefault("drugs", "aldesleukin"),
        columns.getOrDefault("cancer", ""),
        columns.getOrDefault("setting", ""),
        whole(columns, "n_evaluable"),
        whole(columns, "responders"),
        whole(columns, "cr"),
        number(columns, "orr_pct"),
        number(columns, "cr_pct"),
        number(columns, "median_pfs_mo"),
        number(columns, "median_os_mo"),
        NOTHING,
        columns.getOrDefault("citation", ""),
        columns.getOrDefault("pmid", ""),
        columns.getOrDefault("nct", ""),
        columns.getOrDefault("source_quality", "seen"),
        number(columns, "fit_weight").orElse(1),
        columns.getOrDefault("endpoint_class", ""),
        columns.getOrDefault("notes", ""),
        columns);
  }

  private static OptionalInt whole(Map<String, String> columns, String column) {
    OptionalDouble number = number(columns, column);
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  private static OptionalDouble number(Map<String, String> columns, String column) {
    String text = columns.getOrDefault(column, "");
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
