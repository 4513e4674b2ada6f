package org.cytotrial.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.flow.FlowDiagram.Column;

/// The flow diagram as a table: `column,step,detail,n`.
public final class FlowCsv {
  private FlowCsv() {}

  /// A row.
  ///
  /// @param column `databases`, `other` or `included`
  /// @param detail a source or a reason; empty for a total
  public record Row(String column, String step, String detail, int n) {}

  public static List<Row> rows(FlowDiagram flow) {
    List<Row> rows = new ArrayList<>();
    add(rows, "databases", flow.databases());
    if (!flow.others().isEmpty()) {
      add(rows, "other", flow.others());
    }
    rows.add(new Row("included", "studies_included", "", flow.studies()));
    rows.add(new Row("included", "reports_included", "", flow.reports()));
    return rows;
  }

  private static void add(List<Row> rows, String name, Column column) {
    rows.add(new Row(name, "records_identified", "", column.records()));
    column
        .identified()
        .forEach((source, n) -> rows.add(new Row(name, "records_identified", source, n)));
    rows.add(new Row(name, "duplicates_removed", "", column.duplicates()));
    rows.add(new Row(name, "records_screened", "", column.screened()));
    rows.add(new Row(name, "records_excluded", "", column.excluded()));
    rows.add(new Row(name, "awaiting_title_decision", "", column.awaitingTitle()));
    rows.add(new Row(name, "reports_sought", "", column.sought()));
    rows.add(new Row(name, "reports_not_retrieved", "", column.notRetrieved()));
    rows.add(new Row(name, "reports_assessed", "", column.assessed()));
    rows.add(new Row(name, "reports_excluded", "", column.reportsExcluded()));
    column
        .excludedReports()
        .forEach((reason, n) -> rows.add(new Row(name, "reports_excluded", reason, n)));
    rows.add(new Row(name, "awaiting_fulltext_decision", "", column.awaitingText()));
    rows.add(new Row(name, "reports_included", "", column.included()));
  }

  public static String text(FlowDiagram flow) {
    var text = new StringBuilder("column,step,detail,n\n");
    for (Row row : rows(flow)) {
      text.append(row.column()).append(',').append(row.step()).append(',');
      text.append(cell(row.detail())).append(',').append(row.n()).append('\n');
    }
    return text.toString();
  }

  private static String cell(String value) {
    boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
