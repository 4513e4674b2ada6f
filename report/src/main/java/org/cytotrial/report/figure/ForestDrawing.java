package org.cytotrial.report.figure;

import java.util.List;
import org.cytotrial.report.figure.ForestColumns.Cell;
import org.cytotrial.report.figure.ForestFigure.Kind;
import org.cytotrial.report.figure.ForestFigure.Study;
import org.cytotrial.report.figure.ForestLine.Diamond;
import org.cytotrial.report.figure.ForestLine.Heading;
import org.cytotrial.report.figure.ForestLine.Prediction;
import org.cytotrial.report.figure.ForestLine.Row;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// Draws the lines of a forest plot. An interval that goes on beyond the axis ends in an arrow.
final class ForestDrawing {
  static final String PREDICTION = "#E69F00";

  private static final String GREY = "#767676";
  private static final double ARROW = 5;

  private final ForestFigure figure;
  private final ForestColumns columns;
  private final Axis axis;
  private final double mostWeight;

  ForestDrawing(ForestFigure figure, ForestColumns columns) {
    this.figure = figure;
    this.columns = columns;
    this.axis = ForestRange.of(figure).axis(figure.measure(), columns.plot());
    this.mostWeight =
        figure.studies().mapToDouble(study -> study.weight().orElse(0)).max().orElse(0);
  }

  static Mark mark(Kind kind) {
    return switch (kind) {
      case STUDY -> Mark.filled(Mark.Shape.SQUARE, Palette.colour(0));
      case SIMULATED -> Mark.hollow(Mark.Shape.CIRCLE, Palette.colour(1));
      case NOT_POOLED -> Mark.hollow(Mark.Shape.SQUARE, GREY);
    };
  }

  private static String textColour(Kind kind) {
    return switch (kind) {
      case STUDY -> Svg.INK;
      case SIMULATED -> Palette.textColour(1);
      case NOT_POOLED -> Svg.GREY;
    };
  }

  /// The axis, the line of no effect, and a dashed one at the last overall estimate.
  void ground(Svg svg, double top, double bottom) {
    Stroke ink = Stroke.solid(Svg.INK, 1);
    svg.line(Layout.MARGIN, top, Svg.WIDE - Layout.MARGIN, top, Stroke.solid("#bbbbbb", 1));
    for (Axis.Tick tick : axis.ticks()) {
      double x = axis.at(tick.value());
      svg.line(x, top, x, bottom, Stroke.solid(Svg.GRID, 1));
      svg.line(x, bottom, x, bottom + 4, ink);
      svg.text(x, bottom + 17, tick.label(), Lettering.MIDDLE);
    }
    svg.line(columns.plot().start(), bottom, columns.plot().end(), bottom, ink);
    figure
        .measure()
        .reference()
        .ifPresent(value -> svg.line(axis.at(value), top, axis.at(value), bottom, ink));
    if (!figure.overall().isEmpty()) {
      double x = axis.at(figure.overall().getLast().estimate().value());
      svg.line(x, top, x, bottom, Stroke.dashed(Svg.GREY, 1, "4 3"));
    }
  }

  void draw(Svg svg, ForestLine line, double top) {
    switch (line) {
      case Heading heading -> heading(svg, heading, top);
      case Row row -> row(svg, row, top);
      case Diamond diamond -> diamond(svg, diamond, top);
      case Prediction prediction -> prediction(svg, prediction, top);
    }
  }

  private static void heading(Svg svg, Heading heading, double top) {
    Lettering bold = new Lettering(12, "start", Svg.INK, true);
    lines(svg, heading.text(), Layout.MARGIN, top + heading.height() / 2 + 1, bold);
  }

  private void row(Svg svg, Row row, double top) {
    double middle = top + row.height() / 2;
    Study study = row.study();
    String colour = textColour(study.kind());
    lines(svg, row.name(), Layout.MARGIN, middle, Lettering.START.withColour(colour));
    cells(svg, row.cells(), middle, Lettering.END.withColour(colour));
    if (figure.weighted()) {
      String weight =
          study.weight().isPresent() ? Axis.decimal(study.weight().getAsDouble(), 1) : "–";
      svg.text(columns.weight().right(), middle + 4, weight, Lettering.END.withColour(colour));
    }
    String printed = study.estimate().map(figure.measure()::print).orElse("not estimable");
    svg.text(columns.estimate().right(), middle + 4, printed, Lettering.END.withColour(colour));
    study.estimate().ifPresent(estimate -> mark(svg, study, estimate, middle));
  }

  private void mark(Svg svg, Study study, Estimate estimate, double y) {
    Mark mark = mark(study.kind());
    Stroke stroke =
        switch (study.kind()) {
          case STUDY -> Stroke.solid(mark.colour(), 1.4);
          case SIMULATED -> Stroke.dashed(mark.colour(), 1.4, "5 2");
          case NOT_POOLED -> Stroke.solid(mark.colour(), 1);
        };
    interval(svg, estimate.lower(), estimate.upper(), y, stroke);
    double share =
        mostWeight > 0 && study.weight().isPresent()
            ? Math.sqrt(study.weight().getAsDouble() / mostWeight)
            : 0.4;
    if (estimate.value() >= axis.low() && estimate.value() <= axis.high()) {
      mark.draw(svg, axis.at(estimate.value()), y, 2.4 + 4.2 * share);
    }
  }

  private void interval(Svg svg, double lower, double upper, double y, Stroke stroke) {
    double from = axis.at(Math.max(lower, axis.low()));
    double to = axis.at(Math.min(upper, axis.high()));
    svg.line(from, y, to, y, stroke);
    arrows(svg, lower, upper, y, stroke.colour());
  }

  /// Arrows at the ends of the axis that an interval goes beyond.
  private void arrows(Svg svg, double lower, double upper, double y, String colour) {
    if (lower < axis.low()) {
      double end = axis.at(axis.low());
      arrow(svg, end, end + ARROW, y, colour);
    }
    if (upper > axis.high()) {
      double end = axis.at(axis.high());
      arrow(svg, end, end - ARROW, y, colour);
    }
  }

  private static void arrow(Svg svg, double tip, double back, double y, String colour) {
    svg.area(
        new PathData().move(tip, y).line(back, y - ARROW + 1).line(back, y + ARROW - 1).close(),
        colour,
        1);
  }

  private void diamond(Svg svg, Diamond line, double top) {
    double middle = top + line.head() / 2;
    Lettering bold = new Lettering(12, "start", Svg.INK, true);
    lines(svg, line.name(), Layout.MARGIN, middle, bold);
    cells(svg, line.cells(), middle, bold.withAnchor("end"));
    Estimate estimate = line.pooled().estimate();
    svg.text(
        columns.estimate().right(),
        middle + 4,
        figure.measure().print(estimate),
        bold.withAnchor("end"));
    double low = axis.at(estimate.lower());
    double high = axis.at(estimate.upper());
    PathData path =
        new PathData()
            .move(Math.min(low, high - 2), middle)
            .line(axis.at(estimate.value()), middle - 6)
            .line(high, middle)
            .line(axis.at(estimate.value()), middle + 6)
            .close();
    svg.area(path, Svg.INK, 1);
    arrows(svg, estimate.lower(), estimate.upper(), middle, Svg.INK);
    double y = top + line.head() + 9;
    for (String note : line.note()) {
      svg.text(Layout.MARGIN, y, note, Lettering.NOTE);
      y += ForestColumns.LEADING - 1;
    }
  }

  private void prediction(Svg svg, Prediction line, double top) {
    double middle = top + line.height() / 2;
    double lower = line.limits().lower();
    double upper = line.limits().upper();
    Lettering plain = Lettering.START.withColour(Svg.GREY);
    svg.text(Layout.MARGIN, middle + 4, "Prediction interval", plain);
    String printed = figure.measure().print(lower, upper);
    svg.text(columns.estimate().right(), middle + 4, printed, plain.withAnchor("end"));
    double from = axis.at(lower);
    double to = axis.at(upper);
    svg.rectangle(new Box(from, middle - 3, Math.max(1, to - from), 6), PREDICTION);
    if (lower < axis.low()) {
      arrow(svg, from - ARROW, from + 2, middle, PREDICTION);
    }
    if (upper > axis.high()) {
      arrow(svg, to + ARROW, to - 2, middle, PREDICTION);
    }
  }

  private void cells(Svg svg, List<List<String>> cells, double middle, Lettering style) {
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = columns.cells().get(c);
      lines(svg, cells.get(c), cell.right(), middle, style);
    }
  }

  /// Lines whose block is centred on a height.
  private static void lines(Svg svg, List<String> lines, double x, double middle, Lettering style) {
    double y = middle + 4 - (lines.size() - 1) * ForestColumns.LEADING / 2;
    for (String line : lines) {
      if (!line.isEmpty()) {
        svg.text(x, y, line, style);
      }
      y += ForestColumns.LEADING;
    }
  }
}
