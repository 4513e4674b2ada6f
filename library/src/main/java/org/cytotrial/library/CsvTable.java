package org.cytotrial.library;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;

/// Reads a CSV with a header row, and collects what is wrong in it.
final class CsvTable {
  private final String file;
  private final String text;
  private final List<String> problems = new ArrayList<>();

  CsvTable(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /// One row, with readers that note a problem and go on.
  final class Row {
    private final NamedCsvRecord record;

    private Row(NamedCsvRecord record) {
      this.record = record;
    }

    String text(String column) {
      return record.findField(column).orElse("").strip();
    }

    SequencedMap<String, String> columns() {
      var columns = new LinkedHashMap<String, String>();
      record.getHeader().forEach(column -> columns.put(column, record.getField(column)));
      return columns;
    }

    /// The number, or NaN after a problem is noted.
    double number(String column) {
      OptionalDouble number = optionalNumber(column);
      if (number.isEmpty() && text(column).isEmpty()) {
        problem("'" + column + "' is empty; a number is expected");
      }
      return number.orElse(Double.NaN);
    }

    /// The number; empty where the cell is.
    OptionalDouble optionalNumber(String column) {
      if (text(column).isEmpty()) {
        return OptionalDouble.empty();
      }
      OptionalDouble number = parsed(text(column));
      if (number.isEmpty()) {
        problem("'" + column + "' is '" + text(column) + "'; a number is expected");
      }
      return number;
    }

    /// The number; empty where the cell is, or has words.
    OptionalDouble numberUnlessWords(String column) {
      return parsed(text(column));
    }

    void problem(String message) {
      problems.add("%s:%d: %s.".formatted(file, record.getStartingLineNumber(), message));
    }
  }

  /// The rows as objects.
  ///
  /// @throws LibraryException with all problems of all rows
  <T> List<T> read(List<String> needed, Function<Row, T> reader) {
    List<T> rows = new ArrayList<>();
    for (NamedCsvRecord record : CsvReader.builder().ofNamedCsvRecord(text)) {
      if (rows.isEmpty()) {
        requireColumns(needed, record.getHeader());
      }
      rows.add(reader.apply(new Row(record)));
    }
    if (!problems.isEmpty()) {
      throw new LibraryException(problems);
    }
    return rows;
  }

  private void requireColumns(List<String> needed, List<String> header) {
    List<String> missing = needed.stream().filter(column -> !header.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new LibraryException(
          List.of("%s:1: columns %s are missing; it has %s.".formatted(file, missing, header)));
    }
  }

  private static OptionalDouble parsed(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }
}
