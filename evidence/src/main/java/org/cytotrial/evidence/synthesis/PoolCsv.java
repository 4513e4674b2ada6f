package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The table from which `cytotrial meta` gives the numbers of a pool again.
final class PoolCsv {
  private static final List<String> COLUMNS =
      List.of(
          "study",
          "xi",
          "ni",
          "events",
          "patients",
          "weight",
          "count",
          "headline",
          "trial",
          "series",
          "year",
          "format",
          "route",
          "setting",
          "dose_value",
          "dose_unit",
          "dose_basis",
          "dose",
          "dose_per_week",
          "citation");

  private PoolCsv() {}

  static Sheet of(String id, List<PoolRow> rows, List<String> moderators) {
    List<String> header = new ArrayList<>(COLUMNS);
    moderators.stream().filter(m -> !header.contains(m)).forEach(header::add);
    String unit = DoseRegression.unit(rows);
    List<List<String>> cells = new ArrayList<>();
    for (PoolRow row : rows) {
      List<String> line = new ArrayList<>();
      header.forEach(column -> line.add(cell(row, column, unit)));
      cells.add(line);
    }
    return Sheet.plain(id, header, cells);
  }

  private static String cell(PoolRow row, String column, String unit) {
    return switch (column) {
      case "study" -> row.arm().name();
      case "xi" -> number(row.weighted().x());
      case "ni" -> number(row.weighted().n());
      case "events" -> Integer.toString(row.count().events());
      case "patients" -> Integer.toString(row.count().patients());
      case "trial" -> row.arm().study();
      case "series" -> row.arm().series();
      case "dose", "dose_per_week" -> {
        OptionalDouble dose = DoseRegression.value(row, column, unit);
        yield dose.isPresent() ? number(dose.getAsDouble()) : "";
      }
      default -> row.value(column);
    };
  }

  /// All digits, without a point where it is whole.
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
