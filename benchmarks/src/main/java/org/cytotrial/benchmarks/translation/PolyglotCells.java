package org.cytotrial.benchmarks.translation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.cytotrial.evidence.search.QueryText;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.cytotrial.evidence.search.writing.StrategyWriter;
import org.cytotrial.evidence.search.writing.Target;

/// Compares our translations with the cells of Polyglot's tables. A cell is reproduced if the row's
/// search, read from any of its PubMed or Ovid cells, is written as the cell prints it, apart from
/// capitals, blanks and brackets around the whole.
final class PolyglotCells {
  private static final List<String> SHEETS = List.of("fieldCodes", "testCases", "dates");
  private static final Map<String, Target> COLUMNS = new LinkedHashMap<>();

  static {
    List.of("B", "C", "D").forEach(c -> COLUMNS.put(c, Target.PUBMED));
    List.of("E", "F", "G").forEach(c -> COLUMNS.put(c, Target.OVID));
    COLUMNS.put("H", Target.COCHRANE);
    COLUMNS.put("I", Target.EMBASE);
    COLUMNS.put("J", Target.CINAHL);
    List.of("K", "L").forEach(c -> COLUMNS.put(c, Target.WEB_OF_SCIENCE));
    List.of("M", "N").forEach(c -> COLUMNS.put(c, Target.SCOPUS));
  }

  /// One cell, what we write there, and why we write something else if we do.
  record Cell(String sheet, String address, String printed, Set<String> ours, String reason) {
    boolean isBasic() {
      return address.startsWith("K") || address.startsWith("M");
    }

    boolean reproduced() {
      return ours.stream().anyMatch(o -> normal(o).equals(normal(printed)));
    }
  }

  private PolyglotCells() {}

  static List<Cell> all(Path workbook) throws IOException, XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    try (var sheets = new Sheets(workbook)) {
      for (String sheet : SHEETS) {
        Map<String, String> texts = sheets.cells(sheet);
        for (Map.Entry<String, String> cell : texts.entrySet()) {
          String column = cell.getKey().replaceAll("\\d", "");
          int row = Integer.parseInt(cell.getKey().replaceAll("\\D", ""));
          Target target = COLUMNS.get(column);
          if (target != null && row > 1) {
            cells.add(
                new Cell(
                    sheet,
                    cell.getKey(),
                    cell.getValue(),
                    ours(texts, row, target, column),
                    Disagreements.reason(sheet, row, column)));
          }
        }
      }
    }
    return cells;
  }

  private static Set<String> ours(
      Map<String, String> texts, int row, Target target, String column) {
    Set<String> ours = new LinkedHashSet<>();
    for (Map.Entry<String, Target> source : COLUMNS.entrySet()) {
      boolean read = source.getValue() == Target.PUBMED || source.getValue() == Target.OVID;
      Optional<String> text = Optional.ofNullable(texts.get(source.getKey() + row));
      if (read && text.isPresent() && source.getValue() != target) {
        ours.add(write(read(text.get(), source.getValue()).strategy(), target));
      }
    }
    if (target == Target.PUBMED || target == Target.OVID) {
      String printed = texts.getOrDefault(column + row, "");
      ours.add(again(printed, target));
    }
    return ours;
  }

  /// The cell itself if it is understood: what we write for it reads as the same tree.
  private static String again(String printed, Target target) {
    StrategyReader.Reading reading = read(printed, target);
    String written = write(reading.strategy(), target);
    boolean same = !reading.hasErrors() && tree(reading).equals(tree(read(written, target)));
    return same ? printed : written;
  }

  private static String tree(StrategyReader.Reading reading) {
    return QueryText.of(reading.strategy().result().orElseThrow());
  }

  /// The text as a fourth line, so that it may refer to three others.
  private static StrategyReader.Reading read(String text, Target syntax) {
    return StrategyReader.read("1. a\n2. b\n3. c\n4. " + text, Syntax.valueOf(syntax.name()));
  }

  private static String write(Strategy strategy, Target target) {
    return StrategyWriter.write(strategy, target).lines().getLast().text();
  }

  static String normal(String text) {
    String t = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\bterm\\b", "test");
    t = t.replaceAll("\\s*([()/:])\\s*", "$1").replaceAll("\\s+", " ");
    while (t.startsWith("(") && t.endsWith(")") && t.indexOf(')') == t.length() - 1) {
      t = t.substring(1, t.length() - 1);
    }
    return t;
  }
}
