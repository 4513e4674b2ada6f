package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.report.figure.Svg.Box;
import org.cytotrial.report.figure.Svg.Lettering;
import org.cytotrial.report.figure.Svg.Stroke;

/// Names of lines, fills or marks, in as many rows as they need; a name too long for a row breaks.
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

  /// What stands before a name.
  private sealed interface Swatch {
    double width();

    record Line(Stroke stroke) implements Swatch {
      @Override
      public double width() {
        return 26;
      }
    }

    record Fill(String colour) implements Swatch {
      @Override
      public double width() {
        return 12;
      }
    }

    record Point(Mark mark) implements Swatch {
      @Override
      public double width() {
        return 12;
      }
    }
  }

  private record Placed(double x, double y, List<String> lines, Swatch swatch) {}

  Legend line(String name, Stroke stroke) {
    return add(name, new Swatch.Line(stroke));
  }

  Legend fill(String name, String colour) {
    return add(name, new Swatch.Fill(colour));
  }

  Legend mark(String name, Mark mark) {
    return add(name, new Swatch.Point(mark));
  }

  private Legend add(String name, Swatch swatch) {
    double room = swatch.width() + 6;
    List<String> lines = TextWidth.wrap(name, 12, width - room);
    double wanted = room + TextWidth.of(lines.getFirst(), 12);
    if (x > 0 && (x + wanted > width || lines.size() > 1)) {
      x = 0;
      y += ROW;
    }
    placed.add(new Placed(x, y, lines, swatch));
    y += ROW * (lines.size() - 1);
    x += lines.size() > 1 ? width : wanted + GAP;
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
      switch (entry.swatch()) {
        case Swatch.Line line -> svg.line(from, middle, from + 26, middle, line.stroke());
        case Swatch.Fill fill -> svg.rectangle(new Box(from, middle - 6, 12, 12), fill.colour());
        case Swatch.Point point -> point.mark().draw(svg, from + 6, middle, Mark.LEGEND_RADIUS);
      }
      double text = from + entry.swatch().width() + 6;
      for (int i = 0; i < entry.lines().size(); i++) {
        svg.text(text, middle + 4 + i * ROW, entry.lines().get(i), Lettering.START);
      }
    }
  }
}
