package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.report.html.HtmlTable;
import org.cytotrial.report.html.HtmlTable.Column;
import org.cytotrial.report.trial.ArmRows.Row;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.EndpointEstimate.PublishedValue;

/// The tables of a report.
final class ReportTables {
  private static final String NOTHING = "none in the evidence";

  private ReportTables() {}

  /// The arms beside each other: a row for each, a column for each endpoint of efficacy.
  static HtmlTable overview(List<ArmResult> arms, boolean isWeighted) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Arm")));
    ArmRows.of(arms.getFirst()).efficacy().forEach(row -> columns.add(Column.number(row.label())));
    List<List<String>> rows = new ArrayList<>();
    for (ArmResult arm : arms) {
      rows.add(overview(arm, false));
      if (isWeighted) {
        rows.add(overview(arm, true));
      }
    }
    return new HtmlTable("Efficacy with 95 % intervals", columns, rows);
  }

  private static List<String> overview(ArmResult arm, boolean isWeighted) {
    List<String> cells = new ArrayList<>();
    cells.add(arm.design().name() + (isWeighted ? ", weighted" : ""));
    for (Row row : ArmRows.of(arm).efficacy()) {
      cells.add(isWeighted ? weighted(row) : NumberText.withInterval(row.plain()));
    }
    return cells;
  }

  /// Every estimate of an arm beside what was published: efficacy, toxicity, doses, as far as there
  /// are any.
  static List<HtmlTable> endpoints(ArmResult arm, ArmRows rows, boolean isWeighted) {
    String who =
        "%s, %s patients followed: "
            .formatted(arm.design().name(), NumberText.whole(arm.followed().size()));
    List<HtmlTable> tables = new ArrayList<>();
    tables.add(table(who + "response and progression", rows.efficacy(), isWeighted));
    tables.add(table(who + "toxicity of grade ≥ 3, % of patients", rows.toxicity(), isWeighted));
    tables.add(table(who + "doses given, median and quartiles", rows.doses(), isWeighted));
    tables.removeIf(table -> table.rows().isEmpty());
    return tables;
  }

  private static HtmlTable table(String caption, List<Row> rows, boolean isWeighted) {
    List<Column> columns =
        new ArrayList<>(List.of(Column.text("Endpoint"), Column.number("Unweighted")));
    if (isWeighted) {
      columns.add(Column.number("Weighted"));
    }
    columns.add(Column.text("Published (patients), arm"));
    return new HtmlTable(
        caption, columns, rows.stream().map(row -> cells(row, isWeighted)).toList());
  }

  private static List<String> cells(Row row, boolean isWeighted) {
    List<String> cells =
        new ArrayList<>(List.of(row.label(), NumberText.withInterval(row.plain())));
    if (isWeighted) {
      cells.add(weighted(row));
    }
    List<PublishedValue> published = row.plain().published();
    cells.add(
        published.isEmpty()
            ? NOTHING
            : published.stream().map(ReportTables::published).collect(Collectors.joining("\n")));
    return cells;
  }

  private static String weighted(Row row) {
    return row.weighted().map(NumberText::withInterval).orElse("");
  }

  private static String published(PublishedValue value) {
    String n = value.n() == 0 ? "number unknown" : NumberText.whole(value.n());
    return "%s (%s) %s, %s"
        .formatted(
            NumberText.decimal(value.value()),
            n,
            value.shortId(),
            References.fitted(value.isFitted()));
  }
}
