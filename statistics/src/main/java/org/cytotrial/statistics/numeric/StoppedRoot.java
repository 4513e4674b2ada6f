package org.cytotrial.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/// A root that is only sought until it is known closely enough: Brent 1971
/// (doi:10.1093/comjnl/14.4.422), choosing between interpolation and halving as R's `uniroot` does,
/// so that it stops at the same number. [Root] goes on to the last digits.
public final class StoppedRoot {
  private static final double EPSILON = Math.ulp(1.0);

  private final DoubleUnaryOperator f;
  private double a;
  private double b;
  private double c;
  private double fa;
  private double fb;
  private double fc;

  private StoppedRoot(DoubleUnaryOperator f, double from, double to) {
    this.f = f;
    this.a = from;
    this.fa = f.applyAsDouble(from);
    this.b = to;
    this.fb = f.applyAsDouble(to);
    this.c = a;
    this.fc = fa;
  }

  /// The root between two places where the function has different signs.
  ///
  /// @param tolerance how closely it must be known
  /// @throws ArithmeticException if the signs are the same, or the steps do not suffice
  public static double between(
      DoubleUnaryOperator f, double from, double to, double tolerance, int mostSteps) {
    var search = new StoppedRoot(f, from, to);
    if (!(search.fa * search.fb <= 0)) {
      throw new ArithmeticException(
          "No sign change between %s (%s) and %s (%s).".formatted(from, search.fa, to, search.fb));
    }
    if (search.fa == 0) {
      return from;
    }
    for (int i = 0; i <= mostSteps; i++) {
      if (search.advance(tolerance)) {
        return search.b;
      }
    }
    throw new ArithmeticException(
        "No root after %d steps near %s. Maybe allow more steps (maxiter)."
            .formatted(mostSteps, search.b));
  }

  /// One step; says whether the root is known closely enough.
  private boolean advance(double tolerance) {
    double last = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    double least = 2 * EPSILON * Math.abs(b) + tolerance / 2;
    double half = (c - b) / 2;
    if (Math.abs(half) <= least || fb == 0) {
      return true;
    }
    double step = half;
    if (Math.abs(last) >= least && Math.abs(fa) > Math.abs(fb)) {
      step = interpolated(last, least, half);
    }
    if (Math.abs(step) < least) {
      step = step > 0 ? least : -least;
    }
    a = b;
    fa = fb;
    b += step;
    fb = f.applyAsDouble(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) {
      c = a;
      fc = fa;
    }
    return false;
  }

  /// The step of the secant or of inverse quadratic interpolation, or half the interval where that
  /// would lead too far.
  private double interpolated(double last, double least, double half) {
    double whole = c - b;
    double s = fb / fa;
    double p;
    double q;
    if (a == c) {
      p = whole * s;
      q = 1 - s;
    } else {
      double u = fa / fc;
      double r = fb / fc;
      p = s * (whole * u * (u - r) - (b - a) * (r - 1));
      q = (u - 1) * (r - 1) * (s - 1);
    }
    if (p > 0) {
      q = -q;
    } else {
      p = -p;
    }
    boolean near = p < 0.75 * whole * q - Math.abs(least * q) / 2 && p < Math.abs(last * q / 2);
    return near ? p / q : half;
  }
}
