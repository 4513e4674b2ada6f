package org.cytotrial.evidence.synthesis;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// A table of text that is shown in the report and written as a file.
///
/// @param id the file's name, without its ending
/// @param caption what it shows
/// @param numeric which columns are numbers
public record Sheet(
    String id,
    String caption,
    List<String> columns,
    List<Boolean> numeric,
    List<List<String>> rows) {
  public Sheet {
    columns = List.copyOf(columns);
    numeric = List.copyOf(numeric);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size() || numeric.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of '%s' has %d cells for %d columns: %s"
                .formatted(id, row.size(), columns.size(), row));
      }
    }
  }

  /// A table for machines.
  public static Sheet plain(String id, List<String> columns, List<List<String>> rows) {
    return new Sheet(id, id, columns, columns.stream().map(_ -> false).toList(), rows);
  }

  /// A table for people; a column whose name begins with `#` is one of numbers.
  public static Sheet of(String id, String caption, List<String> columns, List<List<String>> rows) {
    return new Sheet(
        id,
        caption,
        columns.stream().map(c -> c.startsWith("#") ? c.substring(1) : c).toList(),
        columns.stream().map(c -> c.startsWith("#")).toList(),
        rows);
  }

  public String file() {
    return id + ".csv";
  }

  /// As CSV by RFC 4180.
  public String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(columns);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
