package org.cytotrial.library;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.domain.clinical.Product;
import org.cytotrial.domain.clinical.Route;

/// Reads products from CSV; routes are written `iv=I2c;sc=I2d`.
final class ProductReader {
  private static final List<String> COLUMNS =
      List.of(
          "name",
          "description",
          "routes",
          "molar_mass",
          "specific_activity",
          "slot_row",
          "citation");

  private ProductReader() {}

  static List<Product> read(String text, String file) {
    return new CsvTable(file, text)
        .read(
            COLUMNS,
            row ->
                new Product(
                    row.text("name"),
                    row.text("description"),
                    targets(row),
                    row.text("molar_mass"),
                    optional(row.text("specific_activity")),
                    optional(row.text("slot_row")),
                    row.text("citation")));
  }

  private static Map<Route, String> targets(CsvTable.Row row) {
    Map<Route, String> targets = new EnumMap<>(Route.class);
    for (String part : row.text("routes").split(";", -1)) {
      String[] pair = part.split("=", 2);
      try {
        targets.put(Route.parse(pair[0].strip()), pair[pair.length - 1].strip());
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
      }
    }
    return targets;
  }

  private static Optional<String> optional(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
