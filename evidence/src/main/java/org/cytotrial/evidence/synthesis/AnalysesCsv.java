package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.statistics.interval.Interval;

/// Every pooled number with all its digits, and the command that gives it again.
final class AnalysesCsv {
  private static final List<String> COLUMNS =
      List.of(
          "result",
          "purpose",
          "what",
          "rows",
          "studies",
          "events",
          "patients",
          "unit",
          "value",
          "lower",
          "upper",
          "prediction_lower",
          "prediction_upper",
          "estimate",
          "se",
          "ci_lower",
          "ci_upper",
          "tau2",
          "I2",
          "Q",
          "Q_df",
          "Q_p",
          "trouble",
          "command");

  private AnalysesCsv() {}

  static Sheet of(Synthesis synthesis) {
    List<List<String>> rows = new ArrayList<>();
    for (Pool pool : synthesis.pools()) {
      pool.analyses().forEach(a -> rows.add(row(pool.id(), a.what(), a)));
    }
    for (Contrasts.Result result : synthesis.contrasts().results()) {
      rows.add(row(result.contrast().id(), what(result), result.analysis()));
    }
    synthesis.contrasts().pooled().forEach(a -> rows.add(row("contrasts", a.what(), a)));
    return Sheet.plain("analyses", COLUMNS, rows);
  }

  /// The question, and what must be said of either arm.
  private static String what(Contrasts.Result result) {
    List<String> parts = new ArrayList<>(List.of(result.analysis().what()));
    Contrast contrast = result.contrast();
    for (EvidenceArm arm : List.of(contrast.first(), contrast.second())) {
      if (!arm.marks().isEmpty()) {
        parts.add(arm.name() + ": " + String.join(", ", arm.marks()));
      }
    }
    return String.join("; ", parts);
  }

  private static List<String> row(String result, String what, Analysis analysis) {
    List<String> row = new ArrayList<>();
    row.add(result);
    row.add(analysis.purpose().name().toLowerCase(java.util.Locale.ROOT));
    row.add(what);
    Analysis.Sample sample = analysis.sample();
    for (int n : new int[] {sample.rows(), sample.studies(), sample.events(), sample.patients()}) {
      row.add(Integer.toString(n));
    }
    if (analysis.estimate().isPresent()) {
      row.addAll(numbers(analysis.estimate().get()));
    } else {
      COLUMNS.subList(7, 22).forEach(_ -> row.add(""));
    }
    row.add(analysis.trouble());
    row.add(analysis.command().text());
    return row;
  }

  private static List<String> numbers(Estimate e) {
    List<String> cells = new ArrayList<>();
    cells.add(e.scale() == Estimate.Scale.PERCENT ? "% of patients" : "ratio");
    cells.add(digits(e.read()));
    add(cells, Optional.of(e.readInterval()));
    add(cells, e.readPrediction());
    cells.add(digits(e.value()));
    cells.add(digits(e.standardError()));
    add(cells, Optional.of(e.interval()));
    Estimate.Spread spread = e.spread();
    for (double x :
        new double[] {spread.tau2(), spread.i2(), spread.q(), spread.df(), spread.p()}) {
      cells.add(digits(x));
    }
    return cells;
  }

  private static void add(List<String> cells, Optional<Interval> interval) {
    cells.add(interval.map(i -> digits(i.lower())).orElse(""));
    cells.add(interval.map(i -> digits(i.upper())).orElse(""));
  }

  private static String digits(double value) {
    return Double.isFinite(value) ? PoolCsv.number(value) : "";
  }
}
