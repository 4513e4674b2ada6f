package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cytotrial.report.figure.EvidenceMapFigure.Study;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// Cuts an evidence map into pages and draws them.
final class EvidenceMapPages {
  private static final double LEAST_COLUMN = 44;
  private static final double MOST_COLUMN = 150;
  private static final double MOST_LABEL = 200;
  private static final double STEP = 19;
  private static final double LEAST_RADIUS = 3.5;
  private static final double MORE_RADIUS = 4.5;
  private static final double SIZE = 12;
  private static final double LEADING = 15;
  private static final double UPRIGHT_LEADING = 14;
  private static final double[] UPRIGHT_LENGTHS = {70, 100, 130, 160, 190, 220, 260, 300, 400};
  private static final Stroke LINE = Stroke.solid("#cccccc", 1);

  private final EvidenceMapFigure figure;
  private final List<String> formats;
  private final int mostParticipants;
  private final double labelWidth;

  private EvidenceMapPages(EvidenceMapFigure figure) {
    this.figure = figure;
    this.formats = figure.distinct(Study::format);
    this.mostParticipants =
        figure.studies().stream().mapToInt(study -> study.participants().orElse(0)).max().orElse(0);
    double widest =
        figure.distinct(Study::cytokine).stream()
            .mapToDouble(name -> TextWidth.of(name, SIZE))
            .max()
            .orElse(0);
    this.labelWidth = Math.clamp(widest + 4, 80, MOST_LABEL);
  }

  static List<String> draw(EvidenceMapFigure figure) {
    return new EvidenceMapPages(figure).draw();
  }

  /// A stretch of the grid.
  private record Part(List<String> cytokines, Columns columns) {}

  /// Cancers side by side with their headings.
  ///
  /// @param upright whether headings run upwards
  private record Columns(
      List<String> cancers,
      double width,
      List<List<String>> heads,
      boolean upright,
      double height) {}

  private List<String> draw() {
    List<Part> parts = new ArrayList<>();
    for (Columns columns : columns(figure.distinct(Study::cancer))) {
      parts.addAll(rows(columns));
    }
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      pages.add(page(parts.get(i), i, parts.size()));
    }
    return pages;
  }

  private List<Columns> columns(List<String> cancers) {
    double room = Svg.WIDE - 2 * Layout.MARGIN - labelWidth - 8;
    int fitting = (int) (room / LEAST_COLUMN);
    int stretches = Math.max(1, (cancers.size() + fitting - 1) / fitting);
    int each = Math.max(1, (cancers.size() + stretches - 1) / stretches);
    double width = Math.min(MOST_COLUMN, room / each);
    List<Columns> all = new ArrayList<>();
    for (int from = 0; from < Math.max(1, cancers.size()); from += each) {
      all.add(heads(cancers.subList(from, Math.min(from + each, cancers.size())), width));
    }
    return all;
  }

  /// Level headings where every word fits on a line, upright ones otherwise.
  private static Columns heads(List<String> cancers, double width) {
    boolean level =
        cancers.stream()
            .flatMap(name -> Stream.of(name.split(" ", -1)))
            .allMatch(word -> TextWidth.of(word, SIZE) <= width - 8);
    List<List<String>> across =
        cancers.stream().map(name -> TextWidth.wrap(name, SIZE, width - 8)).toList();
    int most = across.stream().mapToInt(List::size).max().orElse(1);
    if (level && most <= 6) {
      return new Columns(cancers, width, across, false, most * LEADING + 8);
    }
    double fitting = UPRIGHT_LENGTHS[UPRIGHT_LENGTHS.length - 1];
    for (double length : UPRIGHT_LENGTHS) {
      if (cancers.stream().allMatch(name -> fits(name, length, width))) {
        fitting = length;
        break;
      }
    }
    double length = fitting;
    List<List<String>> upright =
        cancers.stream().map(name -> TextWidth.wrap(name, SIZE, length)).toList();
    return new Columns(cancers, width, upright, true, length + 10);
  }

  private static boolean fits(String name, double length, double width) {
    boolean whole =
        Stream.of(name.split(" ", -1)).allMatch(word -> TextWidth.of(word, SIZE) <= length);
    return whole && TextWidth.wrap(name, SIZE, length).size() * UPRIGHT_LEADING <= width - 2;
  }

  private List<Part> rows(Columns columns) {
    double room = Svg.PAGE_HEIGHT - layout(8, 9).top() - columns.height() - 40;
    List<Part> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    double used = 0;
    for (String cytokine : figure.distinct(Study::cytokine)) {
      double height = height(cytokine, columns);
      if (!part.isEmpty() && used + height > room) {
        parts.add(new Part(part, columns));
        part = new ArrayList<>();
        used = 0;
      }
      part.add(cytokine);
      used += height;
    }
    parts.add(new Part(part, columns));
    return parts;
  }

  private static int perLine(double width) {
    return (int) Math.max(1, (width - 4) / STEP);
  }

  private double height(String cytokine, Columns columns) {
    int lines = TextWidth.wrap(cytokine, SIZE, labelWidth).size();
    double height = (lines + 1) * LEADING + 8;
    for (String cancer : columns.cancers()) {
      int studies = cell(cytokine, cancer).size();
      double rows = Math.ceil((double) studies / perLine(columns.width()));
      height = Math.max(height, rows * STEP + 6);
    }
    return height;
  }

  private List<Study> cell(String cytokine, String cancer) {
    return figure.studies().stream()
        .filter(study -> study.cytokine().equals(cytokine) && study.cancer().equals(cancer))
        .toList();
  }

  private Layout layout(int page, int pages) {
    String title =
        pages == 1 ? figure.title() : "%s (%d of %d)".formatted(figure.title(), page + 1, pages);
    Legend legend = Layout.newWideLegend();
    for (int f = 0; f < formats.size(); f++) {
      legend.mark(formats.get(f), Mark.of(f));
    }
    return Layout.wide(title, legend);
  }

  private String page(Part part, int page, int pages) {
    Layout layout = layout(page, pages);
    Columns columns = part.columns();
    double top = layout.top() + columns.height();
    double bottom = top;
    for (String cytokine : part.cytokines()) {
      bottom += height(cytokine, columns);
    }
    String title = String.join(" ", layout.titleLines());
    Svg svg = new Svg(Svg.WIDE, bottom + 34, title, description());
    layout.drawHead(svg);
    double left = Layout.MARGIN + labelWidth + 8;
    double right = left + columns.width() * columns.cancers().size();
    drawHeads(svg, columns, left, top);
    double y = top;
    for (String cytokine : part.cytokines()) {
      svg.line(Layout.MARGIN, y, right, y, LINE);
      double height = height(cytokine, columns);
      drawRow(svg, cytokine, columns, new Box(left, y, right - left, height));
      y += height;
    }
    svg.line(Layout.MARGIN, bottom, right, bottom, LINE);
    for (int c = 0; c <= columns.cancers().size(); c++) {
      double x = left + c * columns.width();
      svg.line(x, top, x, bottom, LINE);
    }
    String note =
        "One mark per study, larger with more participants, smallest where their number is not"
            + " known.";
    svg.text(Layout.MARGIN, bottom + 20, note, Lettering.NOTE);
    return svg.finish();
  }

  private static void drawHeads(Svg svg, Columns columns, double left, double top) {
    for (int c = 0; c < columns.cancers().size(); c++) {
      double middle = left + (c + 0.5) * columns.width();
      List<String> lines = columns.heads().get(c);
      for (int i = 0; i < lines.size(); i++) {
        double shift = i - (lines.size() - 1) / 2.0;
        if (columns.upright()) {
          double x = middle + shift * UPRIGHT_LEADING + 4;
          svg.upwards(x, top - 6, lines.get(i), Lettering.START);
        } else {
          double y = top - 8 - (lines.size() - 1 - i) * LEADING;
          svg.text(middle, y, lines.get(i), Lettering.MIDDLE);
        }
      }
    }
  }

  private void drawRow(Svg svg, String cytokine, Columns columns, Box row) {
    double y = row.y() + LEADING;
    for (String line : TextWidth.wrap(cytokine, SIZE, labelWidth)) {
      svg.text(Layout.MARGIN, y, line, Lettering.START);
      y += LEADING;
    }
    long studies = figure.studies().stream().filter(s -> s.cytokine().equals(cytokine)).count();
    String count = studies == 1 ? "1 study" : studies + " studies";
    svg.text(Layout.MARGIN, y, count, Lettering.NOTE);
    for (int c = 0; c < columns.cancers().size(); c++) {
      double x = row.x() + c * columns.width();
      drawCell(
          svg,
          cell(cytokine, columns.cancers().get(c)),
          new Box(x, row.y(), columns.width(), row.height()));
    }
  }

  private void drawCell(Svg svg, List<Study> studies, Box cell) {
    int perLine = perLine(cell.width());
    int across = Math.min(perLine, studies.size());
    int lines = (studies.size() + perLine - 1) / perLine;
    double left = cell.x() + (cell.width() - across * STEP) / 2 + STEP / 2;
    double top = cell.y() + (cell.height() - lines * STEP) / 2 + STEP / 2;
    for (int i = 0; i < studies.size(); i++) {
      Study study = studies.get(i);
      svg.beginLink(study.anchor(), says(study));
      double x = left + i % perLine * STEP;
      double y = top + Math.floorDiv(i, perLine) * STEP;
      Mark.of(formats.indexOf(study.format())).draw(svg, x, y, radius(study));
      svg.endLink();
    }
  }

  private double radius(Study study) {
    double share =
        mostParticipants == 0 ? 0 : study.participants().orElse(0) / (double) mostParticipants;
    return LEAST_RADIUS + MORE_RADIUS * Math.sqrt(share);
  }

  private static String says(Study study) {
    String participants =
        study.participants().isPresent()
            ? study.participants().getAsInt() + " participants"
            : "number of participants not known";
    return "%s: %s, %s, %s, %s"
        .formatted(study.name(), study.cytokine(), study.format(), study.cancer(), participants);
  }

  private String description() {
    return "Evidence map: %d studies of %d cytokines in %d cancers and %d formats."
        .formatted(
            figure.studies().size(),
            figure.distinct(Study::cytokine).size(),
            figure.distinct(Study::cancer).size(),
            formats.size());
  }
}
