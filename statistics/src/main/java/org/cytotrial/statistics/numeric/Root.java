package org.cytotrial.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/// Roots of a function of one variable to the last digits: Brent 1973, chapter 4
/// (doi:10.1093/comjnl/14.4.422).
public final class Root {
  private static final int MOST_STEPS = 400;
  private static final int MOST_DOUBLINGS = 1000;
  private static final double RELATIVE = 1e-14;

  private Root() {}

  /// The root between two places where the function has different signs.
  ///
  /// @throws ArithmeticException if the signs are the same, or the function has no number somewhere
  public static double between(DoubleUnaryOperator f, double from, double to) {
    double a = from;
    double b = to;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (!(fa * fb <= 0)) {
      throw new ArithmeticException(
          "No sign change between " + a + " (" + fa + ") and " + b + " (" + fb + ").");
    }
    double c = a;
    double fc = fa;
    double last = b - a;
    double step = last;
    for (int i = 0; i < MOST_STEPS; i++) {
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double tolerance = RELATIVE * Math.abs(b) + Double.MIN_NORMAL;
      double half = (c - b) / 2;
      if (Math.abs(half) <= tolerance || fb == 0) {
        return b;
      }
      double guess = guess(new Points(a, b, c, fa, fb, fc), half);
      boolean fits =
          Math.abs(last) >= tolerance
              && Math.abs(fa) > Math.abs(fb)
              && guess * half > 0
              && 2 * Math.abs(guess) < Math.min(3 * Math.abs(half) - tolerance, Math.abs(last));
      last = fits ? step : half;
      step = fits ? guess : half;
      a = b;
      fa = fb;
      b += Math.abs(step) > tolerance ? step : Math.copySign(tolerance, half);
      fb = f.applyAsDouble(b);
      if (Double.isNaN(fb)) {
        throw new ArithmeticException("The function has no value at " + b + ".");
      }
      if (fb > 0 == fc > 0) {
        c = a;
        fc = fa;
        last = b - a;
        step = last;
      }
    }
    throw new ArithmeticException("No root after " + MOST_STEPS + " steps near " + b + ".");
  }

  /// The root of a function that falls from a positive value at `start`, however far off: the
  /// distance is doubled until the sign changes.
  ///
  /// @throws ArithmeticException if the sign never changes
  public static double above(DoubleUnaryOperator f, double start, double firstStep) {
    double from = start;
    double width = firstStep;
    for (int i = 0; i < MOST_DOUBLINGS; i++) {
      double to = from + width;
      if (f.applyAsDouble(to) <= 0) {
        return between(f, from, to);
      }
      from = to;
      width *= 2;
    }
    throw new ArithmeticException("No root up to " + from + ".");
  }

  private record Points(double a, double b, double c, double fa, double fb, double fc) {}

  /// The step of the secant or of inverse quadratic interpolation from `b`.
  private static double guess(Points at, double half) {
    double s = at.fb / at.fa;
    double p;
    double q;
    if (at.a == at.c) {
      p = 2 * half * s;
      q = 1 - s;
    } else {
      double u = at.fa / at.fc;
      double r = at.fb / at.fc;
      p = s * (2 * half * u * (u - r) - (at.b - at.a) * (r - 1));
      q = (u - 1) * (r - 1) * (s - 1);
    }
    return -p / q;
  }
}
