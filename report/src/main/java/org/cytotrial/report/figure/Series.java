package org.cytotrial.report.figure;

/// Points in the order of x; a y of NaN is a gap. Immutable.
public final class Series {
  private final double[] x;
  private final double[] y;

  private Series(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /// Copies the points.
  ///
  /// @throws IllegalArgumentException if the lengths differ, or x falls or is not finite
  public static Series of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "A series of " + x.length + " x and " + y.length + " y. Give one y for each x.");
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || (i > 0 && x[i] < x[i - 1])) {
        throw new IllegalArgumentException(
            "x[" + i + "] is " + x[i] + ". A series needs finite x that never fall.");
      }
    }
    return new Series(x.clone(), y.clone());
  }

  public int size() {
    return x.length;
  }

  public double x(int i) {
    return x[i];
  }

  public double y(int i) {
    return y[i];
  }

  /// The last x; 0 if there are no points.
  double lastX() {
    return x.length == 0 ? 0 : x[x.length - 1];
  }

  /// The largest finite y, or `least` if none is larger.
  double highest(double least) {
    double highest = least;
    for (double v : y) {
      highest = v > highest && v < Double.POSITIVE_INFINITY ? v : highest;
    }
    return highest;
  }

  /// The smallest finite y above `bound`, or `most` if none is smaller.
  double lowestAbove(double bound, double most) {
    double lowest = most;
    for (double v : y) {
      lowest = v > bound && v < lowest ? v : lowest;
    }
    return lowest;
  }
}
