package org.cytotrial.statistics.numeric;

import java.util.function.ToDoubleFunction;

/// Second derivatives by central differences of two step lengths, extrapolated: Richardson 1911
/// (doi:10.1098/rsta.1911.0009).
public final class Curvature {
  private static final double STEP = 2e-3;

  private Curvature() {}

  /// The matrix of second derivatives at a place; `scale` is a length over which the function bends
  /// in each direction.
  public static double[][] of(ToDoubleFunction<double[]> f, double[] place, double[] scale) {
    int n = place.length;
    double[][] second = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double wide =
            difference(f, place, new Pair(i, j, scale[i] * STEP * 2, scale[j] * STEP * 2));
        double narrow = difference(f, place, new Pair(i, j, scale[i] * STEP, scale[j] * STEP));
        second[i][j] = (4 * narrow - wide) / 3;
        second[j][i] = second[i][j];
      }
    }
    return second;
  }

  private record Pair(int i, int j, double di, double dj) {}

  private static double difference(ToDoubleFunction<double[]> f, double[] place, Pair pair) {
    if (pair.i == pair.j) {
      double middle = f.applyAsDouble(place);
      return (at(f, place, pair, 1, 0) - 2 * middle + at(f, place, pair, -1, 0))
          / (pair.di * pair.di);
    }
    double same = at(f, place, pair, 1, 1) + at(f, place, pair, -1, -1);
    double opposite = at(f, place, pair, 1, -1) + at(f, place, pair, -1, 1);
    return (same - opposite) / (4 * pair.di * pair.dj);
  }

  private static double at(ToDoubleFunction<double[]> f, double[] place, Pair pair, int i, int j) {
    double[] moved = place.clone();
    moved[pair.i] += i * pair.di;
    moved[pair.j] += j * pair.dj;
    return f.applyAsDouble(moved);
  }
}
