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
      pool.analyses().forEach(a -> rows.add(row(pool.id(), a)));
    }
    synthesis.contrasts().results().forEach(r -> rows.add(row(r.contrast().id(), r.analysis())));
    synthesis.contrasts().pooled().forEach(a -> rows.add(row("contrasts", a)));
    return Sheet.plain("analyses", COLUMNS, rows);
  }

  private static List<String> row(String result, Analysis analysis) {
    List<String> row = new ArrayList<>();
    row.add(result);
    row.add(analysis.purpose().name().toLowerCase(java.util.Locale.ROOT));
    row.add(analysis.what());
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
