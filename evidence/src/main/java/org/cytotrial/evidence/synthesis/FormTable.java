package org.cytotrial.evidence.synthesis;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small table that people keep in the folder of a review. One that is not there, or that has a
/// header only, has no rows.
final class FormTable {
  private final List<Row> rows = new ArrayList<>();

  /// A row, with its place for messages.
  record Row(String place, NamedCsvRecord cells) {
    String text(String column) {
      return cells.findField(column).orElse("").strip();
    }
  }

  private FormTable() {}

  /// Reads a file; what is wrong with it as a whole is added to `problems`.
  static FormTable read(Path file, List<String> columns, List<String> problems) throws IOException {
    var table = new FormTable();
    if (!Files.exists(file)) {
      return table;
    }
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord each : reader) {
        List<String> missing = columns.stream().filter(c -> !each.getHeader().contains(c)).toList();
        if (!missing.isEmpty()) {
          problems.add(
              "%s:1: columns %s are missing; it has %s."
                  .formatted(file, missing, each.getHeader()));
          return table;
        }
        table.rows.add(new Row(file + ":" + each.getStartingLineNumber(), each));
      }
    } catch (CsvParseException e) {
      problems.add(file + ": not a CSV that can be read: " + e.getMessage());
    }
    return table;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }
}
