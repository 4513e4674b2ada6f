package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.report.figure.ForestFigure.Group;
import org.cytotrial.report.figure.ForestFigure.Pooled;
import org.cytotrial.report.figure.ForestFigure.Study;
import org.cytotrial.report.html.HtmlTable;
import org.cytotrial.report.html.HtmlTable.Column;

/// The numbers of a forest plot as a table, in the order of the picture.
final class ForestTable {
  private final ForestFigure figure;
  private final boolean grouped;
  private final List<List<String>> rows = new ArrayList<>();

  private ForestTable(ForestFigure figure) {
    this.figure = figure;
    this.grouped = figure.groups().stream().anyMatch(group -> !group.heading().isEmpty());
  }

  static HtmlTable of(ForestFigure figure) {
    ForestTable table = new ForestTable(figure);
    for (Group group : figure.groups()) {
      group.studies().forEach(study -> table.study(group, study));
      group.pooled().ifPresent(pooled -> table.pooled(group.heading(), pooled));
    }
    figure.overall().forEach(pooled -> table.pooled("", pooled));
    return new HtmlTable(figure.title() + ": the numbers", table.columns(), table.rows);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Study"));
    if (grouped) {
      columns.add(Column.text("Group"));
    }
    figure.columns().forEach(name -> columns.add(Column.number(name)));
    columns.add(Column.number(figure.measure().name()));
    columns.add(Column.number(figure.measure().interval()));
    if (figure.weighted()) {
      columns.add(Column.number("Weight (%)"));
    }
    columns.add(Column.text("What the row is"));
    return columns;
  }

  private void study(Group group, Study study) {
    List<String> row = begin(study.name(), group.heading(), study.cells());
    Measure measure = figure.measure();
    row.add(study.estimate().map(e -> measure.print(e.value())).orElse("not estimable"));
    row.add(study.estimate().map(e -> measure.print(e.lower(), e.upper())).orElse(""));
    if (figure.weighted()) {
      row.add(study.weight().isPresent() ? Axis.decimal(study.weight().getAsDouble(), 1) : "–");
    }
    row.add(study.kind().words());
    rows.add(row);
  }

  private void pooled(String heading, Pooled pooled) {
    Measure measure = figure.measure();
    List<String> row = begin(pooled.name(), heading, pooled.cells());
    row.add(measure.print(pooled.estimate().value()));
    row.add(measure.print(pooled.estimate().lower(), pooled.estimate().upper()));
    end(row, pooled.note().isEmpty() ? "Pooled" : "Pooled. " + pooled.note());
    pooled
        .prediction()
        .ifPresent(limits -> {
          List<String> blank = figure.columns().stream().map(_ -> "").toList();
          List<String> interval = begin("Prediction interval", heading, blank);
          interval.add("");
          interval.add(measure.print(limits.lower(), limits.upper()));
          end(interval, "Where a new study would lie: " + pooled.name());
        });
  }

  private List<String> begin(String name, String heading, List<String> cells) {
    List<String> row = new ArrayList<>();
    row.add(name);
    if (grouped) {
      row.add(heading);
    }
    row.addAll(cells);
    return row;
  }

  private void end(List<String> row, String what) {
    if (figure.weighted()) {
      row.add("");
    }
    row.add(what);
    rows.add(row);
  }
}
