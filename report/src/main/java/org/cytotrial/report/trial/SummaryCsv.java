package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.EndpointEstimate;
import org.cytotrial.simulation.trial.EndpointEstimate.PublishedValue;
import org.cytotrial.simulation.trial.TrialResult;

/// `summary.csv`: a row for each estimate and published value beside it, and one row where nothing
/// was published.
public final class SummaryCsv {
  static final List<String> COLUMNS =
      List.of(
          "arm",
          "endpoint",
          "n",
          "value",
          "low",
          "high",
          "unit",
          "weighted",
          "published",
          "published_n",
          "published_id",
          "fitted",
          "citation");
  private static final List<String> NOTHING_PUBLISHED = List.of("", "", "", "", "");

  private SummaryCsv() {}

  /// The whole file, in UTF-8 once written. Unknown numbers are empty, numbers have all their
  /// digits.
  public static String text(TrialResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      for (EndpointEstimate estimate : arm.estimates()) {
        List<String> left = estimate(arm.design().name(), estimate);
        if (estimate.published().isEmpty()) {
          rows.add(joined(left, NOTHING_PUBLISHED));
        }
        estimate.published().forEach(value -> rows.add(joined(left, published(value))));
      }
    }
    return CsvText.of(COLUMNS, rows);
  }

  private static List<String> estimate(String arm, EndpointEstimate estimate) {
    return List.of(
        arm,
        estimate.endpoint(),
        Integer.toString(estimate.n()),
        CsvText.number(estimate.value()),
        CsvText.number(estimate.low()),
        CsvText.number(estimate.high()),
        estimate.unit(),
        Boolean.toString(estimate.isWeighted()));
  }

  private static List<String> published(PublishedValue value) {
    return List.of(
        Double.toString(value.value()),
        value.n() == 0 ? "" : Integer.toString(value.n()),
        value.shortId(),
        Boolean.toString(value.isFitted()),
        value.citation());
  }

  private static List<String> joined(List<String> left, List<String> right) {
    List<String> row = new ArrayList<>(left);
    row.addAll(right);
    return row;
  }
}
