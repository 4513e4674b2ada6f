package org.cytotrial.app.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A CSV that a user gave, under the names the command knows; it collects what is wrong in it.
final class DataTable {
  private static final Set<String> ABSENT = Set.of("", "NA", "NaN", ".");

  private final Path file;
  private final List<String> header;
  private final Map<String, String> names;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private DataTable(Path file, List<String> header, Map<String, String> names) {
    this.file = file;
    this.header = header;
    this.names = names;
  }

  /// Reads the rows that have the wanted values.
  ///
  /// @param names the file's own name of a column, by the name the command knows
  /// @param where wanted values by column
  static DataTable read(Path file, Map<String, String> names, Map<String, String> where)
      throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> records = reader.stream().toList();
      if (records.isEmpty()) {
        throw new WrongUse(
            file
                + ":1: there are no rows below the header. Give one row for each study or"
                + " patient.");
      }
      List<String> header = records.getFirst().getHeader();
      var table = new DataTable(file, header, names);
      names.values().forEach(table::requireHeader);
      where.keySet().forEach(table::requireHeader);
      int number = 0;
      for (NamedCsvRecord each : records) {
        number++;
        boolean wanted =
            where.entrySet().stream()
                .allMatch(w -> each.getField(w.getKey()).strip().equals(w.getValue()));
        if (wanted) {
          table.rows.add(
              table.new Row(number, each.getStartingLineNumber(), each.getFieldsAsMap()));
        }
      }
      if (table.rows.isEmpty()) {
        throw new WrongUse(file + ": no row has " + where + ".");
      }
      return table;
    } catch (CsvParseException e) {
      throw new WrongUse(file + ": not a CSV that can be read: " + e.getMessage());
    }
  }

  /// Parses `name=value,name=value`.
  static Map<String, String> pairs(String option, List<String> texts) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new WrongUse(option + " '" + text + "' has no '='. Write " + option + " name=value.");
      }
      pairs.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
    return pairs;
  }

  /// One row below the header; the first has the number 1.
  final class Row {
    private final int number;
    private final long line;
    private final Map<String, String> fields;

    private Row(int number, long line, Map<String, String> fields) {
      this.number = number;
      this.line = line;
      this.fields = fields;
    }

    int number() {
      return number;
    }

    String place() {
      return file + ":" + line;
    }

    /// The text; empty where the cell has none.
    String text(String column) {
      return fields.getOrDefault(names.getOrDefault(column, column), "").strip();
    }

    /// The number; empty where the cell has none. Words are a problem.
    OptionalDouble number(String column) {
      String text = text(column);
      if (ABSENT.contains(text)) {
        return OptionalDouble.empty();
      }
      Optional<Double> number = parsed(text);
      if (number.isEmpty() || number.get().isInfinite()) {
        problem("'" + column + "' is '" + text + "'; a number is expected");
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(number.get());
    }

    void problem(String message) {
      problems.add(place() + ": " + message + ".");
    }
  }

  List<Row> rows() {
    return rows;
  }

  boolean has(String column) {
    return header.contains(names.getOrDefault(column, column));
  }

  boolean hasAll(List<String> columns) {
    return columns.stream().allMatch(this::has);
  }

  List<String> header() {
    return header;
  }

  Path file() {
    return file;
  }

  void requireHeader(String column) {
    if (!header.contains(names.getOrDefault(column, column))) {
      throw new WrongUse(file + ":1: column '" + column + "' is missing; it has " + header + ".");
    }
  }

  /// As [#requireHeader] for several, naming all that are missing.
  void requireHeaders(Collection<String> columns) {
    List<String> missing =
        columns.stream().filter(column -> !has(column)).map(column -> "'" + column + "'").toList();
    if (!missing.isEmpty()) {
      throw new WrongUse(
          file
              + ":1: "
              + (missing.size() == 1 ? "column " : "columns ")
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " missing; it has "
              + header
              + ".");
    }
  }

  /// The rows whose cell in a column is neither empty nor a number, where most others are numbers:
  /// places and texts.
  List<String> strayWords(String column) {
    List<Row> words =
        rows.stream()
            .filter(row -> !ABSENT.contains(row.text(column)) && parsed(row.text(column)).isEmpty())
            .toList();
    long numbers = rows.stream().filter(row -> parsed(row.text(column)).isPresent()).count();
    return words.size() < numbers
        ? words.stream().map(row -> row.place() + ": '" + row.text(column) + "'").toList()
        : List.of();
  }

  /// Whether every row has a number, or nothing, in a column.
  boolean isNumeric(String column) {
    return rows.stream()
        .map(r -> r.text(column))
        .allMatch(text -> ABSENT.contains(text) || parsed(text).isPresent());
  }

  static boolean isAbsent(String text) {
    return ABSENT.contains(text);
  }

  /// What is wrong so far, each with its place.
  List<String> problems() {
    return List.copyOf(problems);
  }

  void refuseProblems() {
    if (!problems.isEmpty()) {
      throw new WrongUse(String.join(System.lineSeparator(), problems));
    }
  }

  private static Optional<Double> parsed(String text) {
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
