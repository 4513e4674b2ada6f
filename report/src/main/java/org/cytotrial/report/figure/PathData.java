package org.cytotrial.report.figure;

/// The `d` of an SVG path, in absolute coordinates to a tenth of a pixel.
final class PathData {
  private final StringBuilder out = new StringBuilder();

  PathData move(double x, double y) {
    return point('M', x, y);
  }

  PathData line(double x, double y) {
    return point('L', x, y);
  }

  PathData horizontal(double x) {
    out.append('H').append(tenths(x));
    return this;
  }

  PathData vertical(double y) {
    out.append('V').append(tenths(y));
    return this;
  }

  PathData close() {
    out.append('Z');
    return this;
  }

  /// A closed rectangle.
  PathData bar(Svg.Box box) {
    return move(box.x(), box.y())
        .horizontal(box.right())
        .vertical(box.bottom())
        .horizontal(box.x())
        .close();
  }

  boolean isEmpty() {
    return out.isEmpty();
  }

  /// The attribute's value.
  String text() {
    return out.toString();
  }

  private static String tenths(double value) {
    return Svg.number(Math.rint(value * 10) / 10);
  }

  private PathData point(char command, double x, double y) {
    out.append(command).append(tenths(x)).append(' ').append(tenths(y));
    return this;
  }

  /// A line through a series. Of many points in one pixel column only the lowest and the highest
  /// are drawn, or the first where these look the same; a gap in the series is a gap in the line.
  static PathData through(Series series, Axis x, Axis y) {
    PathData path = new PathData();
    char command = 'M';
    for (int i = 0; i < series.size(); ) {
      if (Double.isNaN(series.y(i))) {
        command = 'M';
        i++;
        continue;
      }
      int end = columnEnd(series, x, i);
      for (int j : seen(series, y, i, end)) {
        path.point(command, x.at(series.x(j)), y.at(series.y(j)));
        command = 'L';
      }
      i = end;
    }
    return path;
  }

  /// The end of the pixel column that begins at a point; the last point before a gap has a column
  /// of its own.
  private static int columnEnd(Series series, Axis x, int from) {
    double column = x.at(series.x(from)) + 1;
    int end = from + 1;
    while (end < series.size() - 1
        && x.at(series.x(end)) < column
        && !Double.isNaN(series.y(end))
        && !Double.isNaN(series.y(end + 1))) {
      end++;
    }
    return end;
  }

  private static int[] seen(Series series, Axis y, int from, int to) {
    int low = from;
    int high = from;
    for (int i = from; i < to; i++) {
      low = series.y(i) < series.y(low) ? i : low;
      high = series.y(i) > series.y(high) ? i : high;
    }
    boolean flat = Math.abs(y.at(series.y(low)) - y.at(series.y(high))) < 0.5;
    return flat ? new int[] {from} : new int[] {Math.min(low, high), Math.max(low, high)};
  }
}
