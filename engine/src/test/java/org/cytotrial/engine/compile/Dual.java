package org.cytotrial.engine.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A value with its derivatives by all inputs and, for each, the sum of the absolute terms that it
/// is made of: what is lost by cancellation shows in the size, so that rounding is at most some
/// 1e-16 times size and number of operations.
///
/// @param size sum of absolute terms of the value
/// @param isExact whether no rounding can have happened: inputs, and small whole numbers made of
///   such
/// @param by derivative by each input; null where it depends on none
/// @param bySize sum of absolute terms of each derivative
@SuppressWarnings("ArrayRecordComponent") // made and read within one evaluation, never compared
record Dual(
    double value,
    double size,
    boolean isExact,
    double @Nullable [] by,
    double @Nullable [] bySize) {

  static Dual constant(double value) {
    return new Dual(value, Math.abs(value), true, null, null);
  }

  static Dual input(double value, int index, int inputs) {
    double[] by = new double[inputs];
    by[index] = 1;
    return new Dual(value, Math.abs(value), true, by, by);
  }

  Dual plus(Dual other, double sign) {
    double sum = value + sign * other.value;
    boolean exact = isExact && other.isExact && isWhole(sum);
    return combined(sum, size + other.size, exact, this, 1, 1, other, sign, 1);
  }

  Dual times(Dual other) {
    double product = value * other.value;
    boolean exact = isExact && other.isExact && isWhole(product);
    return combined(
        product, size * other.size, exact, this, other.value, other.size, other, value, size);
  }

  Dual over(Dual other) {
    double quotient = value / other.value;
    double slope = 1 / other.value;
    double loss = other.size / Math.abs(other.value);
    return combined(
        quotient,
        size * Math.abs(slope) * loss,
        false,
        this,
        slope,
        Math.abs(slope) * loss,
        other,
        -quotient * slope,
        size * slope * slope * loss * loss);
  }

  /// f(x) from f, f' and f'' at x.
  Dual smooth(double f, double first, double second) {
    double outerSize = Math.max(Math.abs(first), Math.abs(second) * size);
    double ownSize = Math.max(Math.abs(f), Math.abs(first) * size);
    return combined(f, ownSize, false, this, first, outerSize, this, 0, 0);
  }

  /// The same, where the value is a choice between two that differ by rounding only.
  Dual withSize(double other) {
    return new Dual(value, Math.max(size, other), isExact, by, bySize);
  }

  Dual power(Dual exponent) {
    if (exponent.by == null) {
      return power(exponent.value);
    }
    double v = Math.pow(value, exponent.value);
    double log = Math.log(value);
    double byBase = exponent.value * Math.pow(value, exponent.value - 1);
    double byExponent = v * log;
    double loss =
        1 + exponent.size * (1 + Math.abs(log)) + Math.abs(exponent.value) * size / Math.abs(value);
    return combined(
        v,
        Math.abs(v) * loss,
        false,
        this,
        byBase,
        Math.abs(byBase) * loss,
        exponent,
        byExponent,
        Math.abs(v) * (Math.abs(log) + 1) * loss);
  }

  private Dual power(double c) {
    double first = c == 0 ? 0 : c * Math.pow(value, c - 1);
    double second = c == 0 || c == 1 ? 0 : c * (c - 1) * Math.pow(value, c - 2);
    return smooth(Math.pow(value, c), first, second);
  }

  boolean isFinite() {
    return Double.isFinite(value) && (by == null || Arrays.stream(by).allMatch(Double::isFinite));
  }

  /// A step: 0 or 1, or a whole number; its derivative is 0.
  static Dual step(double value) {
    return constant(value);
  }

  private static boolean isWhole(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1L << 50;
  }

  private static Dual combined(
      double value,
      double size,
      boolean exact,
      Dual a,
      double byA,
      double byASize,
      Dual b,
      double byB,
      double byBSize) {
    double[] aBy = a.by;
    double[] bBy = b.by;
    if (aBy == null && bBy == null) {
      return new Dual(value, size, exact, null, null);
    }
    int n = aBy != null ? aBy.length : bBy == null ? 0 : bBy.length;
    double[] by = new double[n];
    double[] bySize = new double[n];
    add(by, aBy, byA);
    add(by, bBy, byB);
    add(bySize, a.bySize, Math.max(Math.abs(byASize), Math.abs(byA)));
    add(bySize, b.bySize, Math.max(Math.abs(byBSize), Math.abs(byB)));
    return new Dual(value, size, exact, by, bySize);
  }

  /// Inputs without influence stay at exactly 0, even times infinity.
  private static void add(double[] sum, double @Nullable [] part, double factor) {
    if (part != null) {
      for (int i = 0; i < sum.length; i++) {
        if (part[i] != 0) {
          sum[i] += factor * part[i];
        }
      }
    }
  }
}
