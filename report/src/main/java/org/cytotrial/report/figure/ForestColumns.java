package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cytotrial.report.figure.Axis.Span;
import org.cytotrial.report.figure.ForestFigure.Study;
import org.cytotrial.report.figure.Svg.Lettering;

/// Where the columns of a forest plot stand: names, cells, picture, estimates, weights.
///
/// @param nameWidth of the names, which begin at the margin
/// @param cells right edges and widths of the columns of cells
/// @param plot from the left to the right end of the picture
/// @param estimate right edge and width of the printed estimates
/// @param weight right edge and width of the weights; of no width where there are none
record ForestColumns(
    double nameWidth, List<Cell> cells, Span plot, Cell estimate, Cell weight, double headHeight) {
  static final double SIZE = 12;
  static final double LEADING = 15;

  private static final double GAP = 14;
  private static final double LEAST_PLOT = 230;
  private static final double MOST_CELL = 96;
  private static final double MOST_NAME = 330;
  private static final double LEAST_NAME = 130;
  private static final String WEIGHT = "Weight (%)";

  /// A column set flush right.
  record Cell(double right, double width, String head) {}

  static ForestColumns of(ForestFigure figure) {
    double right = Svg.WIDE - Layout.MARGIN;
    double weightWidth = figure.weighted() ? 46 : 0;
    Cell weight = new Cell(right, weightWidth, figure.weighted() ? WEIGHT : "");
    right -= weightWidth == 0 ? 0 : weightWidth + GAP;
    String head = figure.measure().name() + " [" + unbroken(figure.measure().interval()) + "]";
    Cell estimate = new Cell(right, estimateWidth(figure), head);
    right -= estimate.width() + GAP;
    double cells = 0;
    List<Double> widths = new ArrayList<>();
    for (int c = 0; c < figure.columns().size(); c++) {
      widths.add(cellWidth(figure, c));
      cells += widths.get(c) + GAP;
    }
    double room = right - Layout.MARGIN - cells - GAP - LEAST_PLOT;
    double name =
        Math.clamp(nameWidth(figure), LEAST_NAME, Math.clamp(room, LEAST_NAME, MOST_NAME));
    double x = Layout.MARGIN + name;
    List<Cell> placed = new ArrayList<>();
    for (int c = 0; c < widths.size(); c++) {
      x += GAP + widths.get(c);
      placed.add(new Cell(x, widths.get(c), figure.columns().get(c)));
    }
    Span plot = new Span(x + GAP, right);
    double lines =
        Stream.concat(placed.stream(), Stream.of(estimate, weight))
            .mapToDouble(cell -> TextWidth.wrap(cell.head(), SIZE, cell.width() + 1).size())
            .max()
            .orElse(1);
    return new ForestColumns(name, placed, plot, estimate, weight, lines * LEADING + 8);
  }

  private static String unbroken(String text) {
    return text.replace(' ', '\u00a0');
  }

  private static double estimateWidth(ForestFigure figure) {
    Measure measure = figure.measure();
    Stream<Estimate> estimates =
        Stream.concat(
            figure.studies().flatMap(study -> study.estimate().stream()),
            figure.pooled().map(ForestFigure.Pooled::estimate));
    return Math.max(
        TextWidth.of("not estimable", SIZE),
        estimates.mapToDouble(e -> TextWidth.of(measure.print(e), SIZE + 0.4)).max().orElse(0));
  }

  /// As wide as its longest text, within bounds; the head may break.
  private static double cellWidth(ForestFigure figure, int column) {
    double widest =
        figure
            .studies()
            .mapToDouble(s -> TextWidth.of(s.cells().get(column), SIZE))
            .max()
            .orElse(0);
    double pooled =
        figure.pooled().mapToDouble(p -> TextWidth.of(p.cells().get(column), SIZE)).max().orElse(0);
    double word =
        Stream.of(figure.columns().get(column).split(" ", -1))
            .mapToDouble(text -> TextWidth.of(text, SIZE))
            .max()
            .orElse(0);
    return Math.min(MOST_CELL, Math.max(word, Math.max(widest, pooled)));
  }

  private static double nameWidth(ForestFigure figure) {
    double studies =
        figure.studies().mapToDouble(s -> TextWidth.of(s.name(), SIZE)).max().orElse(0);
    double pooled =
        figure.pooled().mapToDouble(p -> TextWidth.of(p.name(), SIZE + 0.6)).max().orElse(0);
    return Math.max(studies, pooled) + 2;
  }

  List<String> wrapName(String name) {
    return TextWidth.wrap(name, SIZE + 0.6, nameWidth);
  }

  /// The lines of a row's cells; cells break only where they are wider than their column may be.
  List<List<String>> wrapCells(List<String> texts) {
    List<List<String>> lines = new ArrayList<>();
    for (int c = 0; c < texts.size(); c++) {
      lines.add(TextWidth.wrap(texts.get(c), SIZE, cells.get(c).width() + 1));
    }
    return lines;
  }

  int lines(Study study) {
    int most = wrapName(study.name()).size();
    for (List<String> cell : wrapCells(study.cells())) {
      most = Math.max(most, cell.size());
    }
    return most;
  }

  /// How far a heading or note may run: up to the picture.
  double besidePlot() {
    return plot.start() - Layout.MARGIN - GAP;
  }

  /// The headings, their last lines on the base line.
  void drawHeads(Svg svg, double baseline) {
    svg.text(Layout.MARGIN, baseline, "Study", Lettering.START.withColour(Svg.GREY));
    for (Cell cell : Stream.concat(cells.stream(), Stream.of(estimate, weight)).toList()) {
      List<String> lines = TextWidth.wrap(cell.head(), SIZE, cell.width() + 1);
      for (int i = 0; i < lines.size(); i++) {
        double y = baseline - (lines.size() - 1 - i) * LEADING;
        svg.text(cell.right(), y, lines.get(i), Lettering.END.withColour(Svg.GREY));
      }
    }
  }
}
