package org.cytotrial.library;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.domain.clinical.PublishedArm.GradeThree;

/// Reads arms of published trials from CSV, in the columns of `evidence/trials.csv`.
public final class ArmReader {
  private static final List<String> COLUMNS =
      List.of(
          "short_id",
          "fit_weight",
          "endpoint_class",
          "citation",
          "n_evaluable",
          "responders",
          "orr_pct");

  private ArmReader() {}

  /// Reads the text of a table of arms.
  ///
  /// @param file what messages call it
  /// @throws LibraryException with every problem, each with its line
  public static List<PublishedArm> read(String text, String file) {
    Set<String> seen = new HashSet<>();
    return new CsvTable(file, text)
        .read(
            COLUMNS,
            row -> {
              PublishedArm arm = arm(row);
              if (!seen.add(arm.shortId())) {
                row.problem("arm '" + arm.shortId() + "' stands twice");
              }
              check(arm, row);
              return arm;
            });
  }

  private static PublishedArm arm(CsvTable.Row row) {
    return new PublishedArm(
        row.text("short_id"),
        row.text("drugs"),
        row.text("cancer"),
        row.text("setting"),
        whole(
            row.text("n_num").isEmpty()
                ? row.numberUnlessWords("n_evaluable")
                : row.optionalNumber("n_num"),
            row),
        whole(row.optionalNumber("responders"), row),
        whole(row.optionalNumber("cr"), row),
        row.optionalNumber("orr_pct"),
        row.optionalNumber("cr_pct"),
        firstOf(row.optionalNumber("pfs_mo_num"), row.numberUnlessWords("median_pfs_mo")),
        firstOf(row.optionalNumber("os_mo_num"), row.numberUnlessWords("median_os_mo")),
        gradeThree(row),
        row.text("citation"),
        row.text("pmid"),
        row.text("nct"),
        row.text("source_quality"),
        row.number("fit_weight"),
        row.text("endpoint_class"),
        row.text("notes"),
        row.columns());
  }

  private static GradeThree gradeThree(CsvTable.Row row) {
    return new GradeThree(
        firstOf(row.optionalNumber("g3_any_num"), row.numberUnlessWords("g3_any_pct")),
        row.numberUnlessWords("g3_hypotension_pct"),
        row.numberUnlessWords("g3_vls_pct"),
        row.numberUnlessWords("g3_crs_pct"),
        row.numberUnlessWords("g3_fever_pct"),
        row.numberUnlessWords("g3_fatigue_pct"),
        row.numberUnlessWords("g3_hepatic_pct"),
        row.numberUnlessWords("g3_neuro_pct"));
  }

  private static void check(PublishedArm arm, CsvTable.Row row) {
    checkCounts(arm, row);
    for (OptionalDouble percent :
        List.of(arm.orrPercent(), arm.crPercent(), arm.gradeThree().any())) {
      if (percent.orElse(0) < 0 || percent.orElse(0) > 100) {
        row.problem(percent.getAsDouble() + " is no per cent");
      }
    }
    if (arm.fitWeight() < 0 || arm.fitWeight() > 1) {
      row.problem("'fit_weight' is " + arm.fitWeight() + "; it may be 0 to 1");
    }
  }

  private static void checkCounts(PublishedArm arm, CsvTable.Row row) {
    for (OptionalInt count : List.of(arm.n(), arm.responders(), arm.cr())) {
      if (count.orElse(0) < 0) {
        row.problem(count.getAsInt() + " is no number of patients; it cannot be negative");
      }
    }
    int patients = arm.n().orElse(Integer.MAX_VALUE);
    if (arm.responders().orElse(0) > patients) {
      row.problem(
          "more responders than patients: %d of %d"
              .formatted(arm.responders().getAsInt(), patients));
    }
    int most = Math.min(patients, arm.responders().orElse(Integer.MAX_VALUE));
    if (arm.cr().orElse(0) > most) {
      row.problem(
          "more complete responses than %s: %d of %d"
              .formatted(most == patients ? "patients" : "responders", arm.cr().getAsInt(), most));
    }
  }

  private static OptionalDouble firstOf(OptionalDouble first, OptionalDouble second) {
    return first.isPresent() ? first : second;
  }

  private static OptionalInt whole(OptionalDouble number, CsvTable.Row row) {
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    if (number.getAsDouble() != Math.rint(number.getAsDouble())) {
      row.problem(number.getAsDouble() + " is no whole number of patients");
    }
    return OptionalInt.of((int) Math.rint(number.getAsDouble()));
  }
}
