package org.cytotrial.engine.solver;

import java.util.Arrays;

/// Error control: a step is accepted when the root mean square over the states of error / (absolute
/// + relative * |y|) is at most 1 (Hairer & Wanner, Solving Ordinary Differential Equations II,
///   doi:10.1007/978-3-642-05221-7, section IV.8).
public final class Tolerance {
  private final double relative;
  private final double[] absolute;

  private Tolerance(double relative, double[] absolute) {
    if (!(relative > 0) || relative >= 1) {
      throw new IllegalArgumentException(
          "The relative tolerance must lie between 0 and 1, not " + relative);
    }
    for (double a : absolute) {
      if (!(a > 0)) {
        throw new IllegalArgumentException("An absolute tolerance must be positive, not " + a);
      }
    }
    this.relative = relative;
    this.absolute = absolute;
  }

  /// One absolute tolerance for all states.
  public static Tolerance of(double relative, double absolute, int dimension) {
    double[] all = new double[dimension];
    Arrays.fill(all, absolute);
    return new Tolerance(relative, all);
  }

  /// Absolute tolerances as the relative one times a scale per state.
  public static Tolerance scaled(double relative, double[] scale) {
    return new Tolerance(relative, Arrays.stream(scale).map(s -> s * relative).toArray());
  }

  public double relative() {
    return relative;
  }

  /// Below this size an error in this state does not matter.
  public double absolute(int state) {
    return absolute[state];
  }

  /// The error that is allowed in a state of this size.
  double allowed(int state, double size) {
    return absolute[state] + relative * size;
  }

  /// Sum over the states of (x / allowed error at y)².
  double squares(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double ratio = x[i] / allowed(i, Math.abs(y[i]));
      sum += ratio * ratio;
    }
    return sum;
  }

  /// The same scales at another relative tolerance.
  public Tolerance withRelative(double other) {
    return new Tolerance(other, Arrays.stream(absolute).map(a -> a * other / relative).toArray());
  }
}
