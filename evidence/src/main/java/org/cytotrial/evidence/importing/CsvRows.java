package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a table with any separator, as RFC 4180 and as spreadsheets write it (`="0123"`).
///
/// A quoted cell may hold line ends; one that never ends would swallow the file, so it is cut after
/// [#LONGEST_CELL] lines and said.
final class CsvRows {
  private static final int LONGEST_CELL = 2000;

  private final Lines lines;
  private final char separator;
  private final StringBuilder original = new StringBuilder();
  private long line;
  private boolean broken;

  CsvRows(Lines lines, char separator) {
    this.lines = lines;
    this.separator = separator;
  }

  static List<String> split(String line, char separator) {
    List<String> cells = new ArrayList<>();
    scan(line, separator, cells);
    return cells;
  }

  /// The next row, or null at the end.
  @Nullable List<String> next() throws IOException {
    String text = lines.next();
    while (text != null && text.isBlank()) {
      text = lines.next();
    }
    if (text == null) {
      return null;
    }
    line = lines.number();
    broken = false;
    original.setLength(0);
    original.append(text);
    List<String> cells = new ArrayList<>();
    int more = 0;
    while (isOpen(original, separator, more)) {
      String next = lines.next();
      if (next == null || ++more > LONGEST_CELL) {
        broken = true;
        break;
      }
      original.append('\n').append(next);
    }
    scan(original.toString(), separator, cells);
    return cells;
  }

  /// The line on which the row given last begins.
  long line() {
    return line;
  }

  String original() {
    return original.toString();
  }

  /// Whether a quotation mark was never closed in the row given last.
  boolean broken() {
    return broken;
  }

  /// How far a row was looked at, so that no character is looked at twice.
  private int scanned;

  private boolean quoted;
  private boolean cellStart;

  private boolean isOpen(CharSequence row, char separator, int more) {
    if (more == 0) {
      scanned = 0;
      quoted = false;
      cellStart = true;
    }
    for (; scanned < row.length(); scanned++) {
      char c = row.charAt(scanned);
      if (quoted) {
        quoted = c != '"';
      } else if (c == '"' && (cellStart || (scanned > 0 && row.charAt(scanned - 1) == '"'))) {
        quoted = true;
      }
      cellStart = !quoted && (c == separator || (cellStart && (c == ' ' || c == '=')));
    }
    return quoted;
  }

  private static void scan(String row, char separator, List<String> cells) {
    var cell = new StringBuilder();
    boolean quoted = false;
    boolean start = true;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < row.length() && row.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
        start = true;
      } else if (start && c == '"') {
        quoted = true;
        start = false;
        cell.setLength(0);
      } else {
        start = start && (c == ' ' || c == '=');
        cell.append(c);
      }
    }
    cells.add(cell.toString());
  }
}
