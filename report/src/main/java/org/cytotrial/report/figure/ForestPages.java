package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.report.figure.ForestFigure.Kind;
import org.cytotrial.report.figure.ForestLine.Block;
import org.cytotrial.report.figure.ForestLine.Heading;
import org.cytotrial.report.figure.Svg.Lettering;

/// Cuts a forest plot into pages and draws each with its title, legend, headings and axis.
final class ForestPages {
  private static final double AXIS = 26;

  private final ForestFigure figure;
  private final ForestColumns columns;
  private final ForestDrawing drawing;
  private final List<String> axisTitle;
  private final List<String> below;
  private final List<String> above;
  private final List<String> notes = new ArrayList<>();

  private ForestPages(ForestFigure figure) {
    this.figure = figure;
    this.columns = ForestColumns.of(figure);
    this.drawing = new ForestDrawing(figure, columns);
    double half = columns.plot().length() / 2 - 6;
    Measure measure = figure.measure();
    this.axisTitle = TextWidth.wrap(measure.name(), 12.5, columns.plot().length());
    this.below = words(measure.below(), half);
    this.above = words(measure.above(), half);
    for (String note : figure.notes()) {
      notes.addAll(TextWidth.wrap(note, 11, Svg.WIDE - 2 * Layout.MARGIN));
    }
  }

  private static List<String> words(String text, double width) {
    return text.isEmpty() ? List.of() : TextWidth.wrap(text, 11, width);
  }

  static List<String> draw(ForestFigure figure, double mostHeight) {
    ForestPages pages = new ForestPages(figure);
    List<List<ForestLine>> cut = pages.cut(mostHeight);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      drawn.add(pages.page(cut.get(i), i, cut.size()));
    }
    return drawn;
  }

  private List<List<ForestLine>> cut(double mostHeight) {
    double room = mostHeight - layout(8, 9).top() - columns.headHeight() - foot(true);
    List<List<ForestLine>> pages = new ArrayList<>();
    List<ForestLine> page = new ArrayList<>();
    double used = 0;
    for (Block block : ForestLine.blocks(figure, columns)) {
      if (!page.isEmpty() && used + block.height() > room) {
        pages.add(page);
        page = new ArrayList<>();
        used = 0;
        if (!block.heading().isEmpty() && !(block.lines().getFirst() instanceof Heading)) {
          Heading again = ForestLine.heading(block.heading() + " (continued)", columns);
          page.add(again);
          used = again.height();
        }
      }
      page.addAll(block.lines());
      used += block.height();
    }
    pages.add(page);
    return pages;
  }

  private double foot(boolean withNotes) {
    int words = Math.max(below.size(), above.size());
    double noteHeight = withNotes && !notes.isEmpty() ? notes.size() * 14 + 8 : 0;
    return AXIS + words * 14 + axisTitle.size() * ForestColumns.LEADING + 14 + noteHeight;
  }

  private Layout layout(int page, int pages) {
    String title =
        pages == 1 ? figure.title() : "%s (%d of %d)".formatted(figure.title(), page + 1, pages);
    Legend legend = Layout.newWideLegend();
    for (Kind kind : Kind.values()) {
      if (figure.has(kind)) {
        legend.mark(kind.words(), ForestDrawing.mark(kind));
      }
    }
    if (figure.pooled().findAny().isPresent()) {
      legend.mark("Pooled estimate", Mark.filled(Mark.Shape.DIAMOND, Svg.INK));
    }
    if (figure.pooled().anyMatch(pooled -> pooled.prediction().isPresent())) {
      legend.fill("Prediction interval: where a new study would lie", ForestDrawing.PREDICTION);
    }
    return Layout.wide(title, legend);
  }

  private String page(List<ForestLine> lines, int page, int pages) {
    Layout layout = layout(page, pages);
    boolean last = page == pages - 1;
    double top = layout.top() + columns.headHeight();
    double bottom = top + lines.stream().mapToDouble(ForestLine::height).sum() + 4;
    Svg svg =
        new Svg(
            Svg.WIDE,
            bottom + foot(last),
            layout.titleLines().stream().collect(Collectors.joining(" ")),
            description());
    layout.drawHead(svg);
    columns.drawHeads(svg, top - 10);
    drawing.ground(svg, top, bottom);
    double y = top;
    for (ForestLine line : lines) {
      drawing.draw(svg, line, y);
      y += line.height();
    }
    drawFoot(svg, bottom, last);
    return svg.finish();
  }

  private void drawFoot(Svg svg, double bottom, boolean last) {
    double y = bottom + AXIS + 6;
    double words = y;
    for (int i = 0; i < below.size(); i++) {
      svg.text(columns.plot().start(), words + i * 14, below.get(i), Lettering.NOTE);
    }
    Lettering end = Lettering.NOTE.withAnchor("end");
    for (int i = 0; i < above.size(); i++) {
      svg.text(columns.plot().end(), words + i * 14, above.get(i), end);
    }
    y += Math.max(below.size(), above.size()) * 14 + 2;
    double middle = (columns.plot().start() + columns.plot().end()) / 2;
    for (String line : axisTitle) {
      svg.text(middle, y, line, Lettering.AXIS);
      y += ForestColumns.LEADING;
    }
    y += 8;
    for (String note : last ? notes : List.<String>of()) {
      svg.text(Layout.MARGIN, y, note, Lettering.NOTE);
      y += 14;
    }
  }

  private String description() {
    StringBuilder text = new StringBuilder("Forest plot of ");
    text.append(figure.measure().name()).append(", ");
    text.append(figure.studies().count()).append(" rows.");
    figure
        .pooled()
        .forEach(pooled ->
            text.append(' ')
                .append(pooled.name())
                .append(": ")
                .append(figure.measure().print(pooled.estimate()))
                .append('.'));
    return text.toString();
  }
}
