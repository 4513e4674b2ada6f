package org.cytotrial.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cytotrial.app.cli.DataTable.Row;
import org.cytotrial.statistics.survival.PatientTimes;

/// Patients of a table: times, events, groups and the columns of Cox's model.
final class SurvivalTable {
  private final List<String> warnings = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Columns columns;
  private final List<String> groups;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> covariates = new ArrayList<>();

  /// Which columns mean what.
  record Columns(String time, String event, Optional<String> group, List<String> covariates) {}

  private SurvivalTable(DataTable table, Columns columns) {
    this.columns = columns;
    for (Row row : table.rows()) {
      readRow(row);
    }
    table.refuseProblems();
    if (rows.isEmpty()) {
      throw new WrongUse(
          table.file() + ": no patient has a time, an event and all columns asked for.");
    }
    groups = rows.stream().map(this::groupOf).distinct().sorted(SurvivalTable::compare).toList();
  }

  static SurvivalTable read(DataTable table, Columns columns) {
    table.requireHeader(columns.time());
    table.requireHeader(columns.event());
    columns.group().ifPresent(table::requireHeader);
    columns.covariates().forEach(table::requireHeader);
    var patients = new SurvivalTable(table, columns);
    if (columns.covariates().isEmpty()) {
      columns.group().ifPresent(patients::contrasts);
    }
    for (String covariate : columns.covariates()) {
      if (table.isNumeric(covariate)) {
        patients.add(
            covariate,
            patients.rows.stream().mapToDouble(r -> r.number(covariate).orElseThrow()).toArray());
      } else {
        patients.contrasts(covariate);
      }
    }
    return patients;
  }

  private void readRow(Row row) {
    OptionalDouble time = row.number(columns.time());
    OptionalDouble event = row.number(columns.event());
    List<String> wanted = new ArrayList<>(columns.covariates());
    columns.group().ifPresent(wanted::add);
    List<String> empty =
        new ArrayList<>(wanted.stream().filter(c -> DataTable.isAbsent(row.text(c))).toList());
    if (DataTable.isAbsent(row.text(columns.time()))) {
      empty.add(columns.time());
    }
    if (DataTable.isAbsent(row.text(columns.event()))) {
      empty.add(columns.event());
    }
    if (!empty.isEmpty()) {
      warnings.add("left out: " + row.place() + ": no value in " + empty + ".");
      return;
    }
    if (time.isPresent() && time.getAsDouble() < 0) {
      row.problem(
          "'" + columns.time() + "' is " + time.getAsDouble() + "; a time cannot be negative");
    }
    if (event.isPresent() && event.getAsDouble() != 0 && event.getAsDouble() != 1) {
      row.problem(
          "'"
              + columns.event()
              + "' is "
              + row.text(columns.event())
              + "; 1 is an event and 0 is none");
    }
    rows.add(row);
  }

  /// A column for each value but the first in order.
  private void contrasts(String column) {
    List<String> values =
        rows.stream().map(r -> r.text(column)).distinct().sorted(SurvivalTable::compare).toList();
    for (String value : values.subList(1, values.size())) {
      add(
          column + value,
          rows.stream().mapToDouble(r -> r.text(column).equals(value) ? 1 : 0).toArray());
    }
  }

  private void add(String name, double[] values) {
    names.add(name);
    covariates.add(values);
  }

  private String groupOf(Row row) {
    return columns.group().map(row::text).orElse("all");
  }

  /// Numbers by size, before words by letters.
  private static int compare(String left, String right) {
    boolean numbers = isNumber(left) && isNumber(right);
    return numbers
        ? Double.compare(Double.parseDouble(left), Double.parseDouble(right))
        : left.compareTo(right);
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?[0-9]+(\\.[0-9]+)?");
  }

  List<String> groups() {
    return groups;
  }

  /// The names of the columns of Cox's model.
  List<String> names() {
    return names;
  }

  List<String> warnings() {
    return warnings;
  }

  double[] times() {
    return rows.stream().mapToDouble(r -> r.number(columns.time()).orElseThrow()).toArray();
  }

  boolean[] events() {
    return events(rows);
  }

  int[] group() {
    return rows.stream().mapToInt(r -> groups.indexOf(groupOf(r))).toArray();
  }

  double[] times(int group) {
    return of(group).stream().mapToDouble(r -> r.number(columns.time()).orElseThrow()).toArray();
  }

  boolean[] events(int group) {
    return events(of(group));
  }

  private List<Row> of(int group) {
    return rows.stream().filter(r -> groupOf(r).equals(groups.get(group))).toList();
  }

  private boolean[] events(List<Row> some) {
    boolean[] events = new boolean[some.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = some.get(i).number(columns.event()).orElseThrow() == 1;
    }
    return events;
  }

  PatientTimes patients() {
    double[][] x =
        IntStream.range(0, rows.size())
            .mapToObj(i -> covariates.stream().mapToDouble(c -> c[i]).toArray())
            .toArray(double[][]::new);
    return PatientTimes.of(times(), events(), x, names);
  }
}
