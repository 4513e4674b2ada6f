package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// Names of lines or fills, in as many rows as they need.
final class Legend {
  private static final double ROW = 18;
  private static final double GAP = 18;

  private final List<Placed> placed = new ArrayList<>();
  private final double width;
  private double x;
  private double y;

  Legend(double width) {
    this.width = width;
  }

  private record Placed(double x, double y, String name, Stroke stroke, boolean filled) {
    double swatch() {
      return filled ? 12 : 26;
    }
  }

  Legend line(String name, Stroke stroke) {
    return add(name, stroke, false);
  }

  Legend fill(String name, String colour) {
    return add(name, Stroke.solid(colour, 1), true);
  }

  private Legend add(String name, Stroke stroke, boolean filled) {
    double swatch = filled ? 18 : 32;
    String fitting = TextWidth.fit(name, 12, width - swatch);
    double wanted = swatch + TextWidth.of(fitting, 12);
    if (x > 0 && x + wanted > width) {
      x = 0;
      y += ROW;
    }
    placed.add(new Placed(x, y, fitting, stroke, filled));
    x += wanted + GAP;
    return this;
  }

  double height() {
    return placed.isEmpty() ? 0 : y + ROW;
  }

  /// Draws with the upper left corner at the point.
  void draw(Svg svg, double left, double top) {
    for (Placed entry : placed) {
      double middle = top + entry.y() + ROW / 2;
      double from = left + entry.x();
      if (entry.filled()) {
        svg.rectangle(new Box(from, middle - 6, 12, 12), entry.stroke().colour());
      } else {
        svg.line(from, middle, from + 26, middle, entry.stroke());
      }
      svg.text(from + entry.swatch() + 6, middle + 4, entry.name(), Lettering.START);
    }
  }
}
