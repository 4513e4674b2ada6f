package org.cytotrial.report.figure;

import org.cytotrial.report.figure.Axis.Span;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// The ground of a plot: grid, axes, ticks and their labels. Draw it before the data.
record Frame(Box box, Axis x, Axis y) {
  static Span across(Box box) {
    return new Span(box.x(), box.right());
  }

  static Span upwards(Box box) {
    return new Span(box.bottom(), box.y());
  }

  void draw(Svg svg) {
    drawY(svg);
    for (Axis.Tick tick : x.ticks()) {
      double at = x.at(tick.value());
      svg.line(at, box.bottom(), at, box.bottom() + 4, Stroke.solid(Svg.INK, 1));
      svg.text(at, box.bottom() + 17, tick.label(), Lettering.MIDDLE);
    }
  }

  /// The grid, the y axis and the line at the bottom, for plots that label x in their own way.
  void drawY(Svg svg) {
    for (Axis.Tick tick : y.ticks()) {
      double at = y.at(tick.value());
      svg.line(box.x(), at, box.right(), at, Stroke.solid(Svg.GRID, 1));
      if (!tick.label().isEmpty()) {
        svg.text(box.x() - 6, at + 4, tick.label(), Lettering.END);
      }
    }
    svg.line(box.x(), box.y(), box.x(), box.bottom(), Stroke.solid(Svg.INK, 1));
    svg.line(box.x(), box.bottom(), box.right(), box.bottom(), Stroke.solid(Svg.INK, 1));
  }

  void titleX(Svg svg, String title) {
    svg.text(box.x() + box.width() / 2, box.bottom() + 36, title, Lettering.AXIS);
  }

  /// The title beside the y axis, so far left of it.
  void titleY(Svg svg, String title, double distance) {
    svg.upwards(box.x() - distance, box.y() + box.height() / 2, title, Lettering.AXIS);
  }

  /// A dashed line across the plot at a value that matters, named at its right end.
  void mark(Svg svg, double value, String name) {
    double at = y.at(value);
    svg.line(box.x(), at, box.right(), at, Stroke.dashed(Svg.GREY, 1, "4 3"));
    svg.text(box.right() + 4, at + 4, name, Lettering.NOTE);
  }
}
