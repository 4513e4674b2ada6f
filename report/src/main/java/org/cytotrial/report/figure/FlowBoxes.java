package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.flow.FlowDiagram.Column;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// What stands in the boxes of the flow diagram, wrapped to their width, and how they are drawn.
final class FlowBoxes {
  static final Stroke LINE = Stroke.solid(Svg.INK, 1.2);

  private static final double SIZE = 11.5;
  private static final double LEADING = 15;
  private static final double PADDING = 9;
  private static final double INDENT = 10;
  private static final double HEAD = 4;
  private static final Lettering TEXT = new Lettering(SIZE, "start", Svg.INK, false);

  private FlowBoxes() {}

  /// A line as it is set.
  record Line(double indent, String text) {}

  /// Boxes side by side; an empty one is not drawn.
  record Row(List<List<Line>> cells) {
    double height() {
      int most = cells.stream().mapToInt(List::size).max().orElse(1);
      return most * LEADING + 2 * PADDING - 3;
    }
  }

  static List<Row> rows(FlowDiagram flow, double width) {
    List<List<Lines>> columns = new ArrayList<>(columns(flow.databases(), width, false));
    if (!flow.others().isEmpty()) {
      columns.addAll(columns(flow.others(), width, true));
    }
    List<Row> rows = new ArrayList<>();
    for (int r = 0; r < columns.getFirst().size(); r++) {
      List<List<Line>> cells = new ArrayList<>();
      for (List<Lines> column : columns) {
        cells.add(column.get(r).lines);
      }
      rows.add(new Row(cells));
    }
    var included = new Lines(width);
    included.count("Studies included in review", flow.studies());
    included.count("Reports of included studies", flow.reports());
    List<List<Line>> last = new ArrayList<>();
    columns.forEach(_ -> last.add(List.of()));
    last.set(0, included.lines);
    rows.add(new Row(last));
    return rows;
  }

  /// The boxes on the way and those beside it, from above.
  private static List<List<Lines>> columns(Column column, double width, boolean isOther) {
    var identified = new Lines(width);
    identified.add(0, "Records identified from:");
    sources(identified, column, isOther);
    var removed = new Lines(width);
    removed.add(0, "Records removed before screening:");
    removed.item("Duplicate records", column.duplicates());
    var screened = new Lines(width);
    screened.count("Records screened", column.screened());
    var excluded = new Lines(width);
    excluded.count("Records excluded", column.excluded());
    excluded.waiting(column.awaitingTitle());
    var sought = new Lines(width);
    sought.count("Reports sought for retrieval", column.sought());
    var missing = new Lines(width);
    missing.count("Reports not retrieved", column.notRetrieved());
    var assessed = new Lines(width);
    assessed.count("Reports assessed for eligibility", column.assessed());
    var without = new Lines(width);
    without.count("Reports excluded", column.reportsExcluded());
    items(without, column.excludedReports());
    without.waiting(column.awaitingText());
    return List.of(
        List.of(identified, screened, sought, assessed),
        List.of(removed, excluded, missing, without));
  }

  private static void sources(Lines lines, Column column, boolean isOther) {
    if (isOther) {
      items(lines, column.identified());
      return;
    }
    int registers = column.registers().stream().mapToInt(column.identified()::get).sum();
    lines.item("Databases", column.records() - registers);
    column
        .identified()
        .forEach((source, n) -> lines.nested(source, column.registers().contains(source) ? 0 : n));
    lines.item("Registers", registers);
    column
        .identified()
        .forEach((source, n) -> lines.nested(source, column.registers().contains(source) ? n : 0));
  }

  private static void items(Lines lines, SequencedMap<String, Integer> counts) {
    counts.forEach((name, n) -> {
      if (n > 0) {
        lines.item(name, n);
      }
    });
  }

  /// What does not add up yet, below the figure.
  static List<String> notes(FlowDiagram flow, double width) {
    var lines = new Lines(width);
    List<String> problems = flow.problems();
    if (!problems.isEmpty()) {
      lines.add(0, "This does not add up yet: " + String.join("; ", problems) + ".");
    }
    return lines.lines.stream().map(Line::text).toList();
  }

  /// The lines of a box from paragraphs; those that begin with a space are indented.
  static List<Line> box(double width, List<String> paragraphs) {
    var lines = new Lines(width);
    paragraphs.forEach(p -> lines.add(p.startsWith(" ") ? INDENT : 0, p.strip()));
    return lines.lines;
  }

  /// The text of one box.
  private static final class Lines {
    private final List<Line> lines = new ArrayList<>();
    private final double width;

    Lines(double width) {
      this.width = width - 2 * PADDING;
    }

    void count(String name, int n) {
      add(0, name + " (n\u00a0=\u00a0" + n + ")");
    }

    void item(String name, int n) {
      add(INDENT, name + " (n\u00a0=\u00a0" + n + ")");
    }

    void nested(String name, int n) {
      if (n > 0) {
        add(2 * INDENT, name + " (n\u00a0=\u00a0" + n + ")");
      }
    }

    void waiting(int n) {
      if (n > 0) {
        count("Still waiting for a decision", n);
      }
    }

    /// Later lines hang.
    void add(double indent, String text) {
      double hanging = indent + INDENT / 2;
      double at = indent;
      for (String line : TextWidth.wrap(text, SIZE, width - indent, width - hanging)) {
        lines.add(new Line(at, line));
        at = hanging;
      }
    }
  }

  static void draw(Svg svg, Box place, List<Line> lines) {
    svg.outlined(place, "#ffffff", LINE);
    double y = place.y() + (place.height() - lines.size() * LEADING) / 2 + LEADING - 4;
    for (Line line : lines) {
      svg.text(place.x() + PADDING + line.indent(), y, line.text(), TEXT);
      y += LEADING;
    }
  }

  static void arrowDown(Svg svg, double x, double from, double to) {
    svg.line(x, from, x, to - HEAD, LINE);
    svg.area(
        new PathData().move(x - HEAD, to - 2 * HEAD).line(x + HEAD, to - 2 * HEAD).line(x, to),
        Svg.INK,
        1);
  }

  static void arrowRight(Svg svg, double from, double to, double y) {
    svg.line(from, y, to - HEAD, y, LINE);
    svg.area(
        new PathData().move(to - 2 * HEAD, y - HEAD).line(to - 2 * HEAD, y + HEAD).line(to, y),
        Svg.INK,
        1);
  }

  static void arrowLeft(Svg svg, double from, double to, double y) {
    svg.line(from, y, to + HEAD, y, LINE);
    svg.area(
        new PathData().move(to + 2 * HEAD, y - HEAD).line(to + 2 * HEAD, y + HEAD).line(to, y),
        Svg.INK,
        1);
  }
}
