package org.cytotrial.statistics.meta;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The data frames and expected values that lie beside the project and are never part of it.
public final class SharedReview {
  private SharedReview() {}

  /// A file below review/meta-analysis; the test is skipped where there is none.
  public static Path file(String name) {
    Path file =
        Path.of(System.getProperty("cytotrial.shared", "../../shared"))
            .resolve("review/meta-analysis")
            .resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
    return file;
  }

  static JsonNode json(String name) {
    return JsonMapper.shared().readTree(file(name));
  }

  /// The rows of a CSV by column name.
  public static List<Map<String, String>> rows(String name) {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(file(name))) {
      return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The rows in which all these columns have numbers.
  static List<double[]> numbers(String name, String... columns) {
    List<double[]> rows = new ArrayList<>();
    for (Map<String, String> record : rows(name)) {
      double[] row = new double[columns.length];
      boolean whole = true;
      for (int i = 0; i < columns.length; i++) {
        row[i] = number(record.getOrDefault(columns[i], ""));
        whole &= !Double.isNaN(row[i]);
      }
      if (whole) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// The number, or NaN for an empty cell or NA.
  public static double number(String text) {
    return text.isBlank() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }
}
