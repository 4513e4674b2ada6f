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
    var own = new Own(sum, size + other.size, exact);
    return combined(own, new Part(this, 1, 1), new Part(other, sign, 1));
  }

  Dual times(Dual other) {
    double product = value * other.value;
    boolean exact = isExact && other.isExact && isWhole(product);
    var own = new Own(product, size * other.size, exact);
    return combined(own, new Part(this, other.value, other.size), new Part(other, value, size));
  }

  Dual over(Dual other) {
    double quotient = value / other.value;
    double slope = 1 / other.value;
    double loss = other.size / Math.abs(other.value);
    double byOther = size * slope * slope * loss * loss;
    return combined(
        new Own(quotient, size * Math.abs(slope) * loss, false),
        new Part(this, slope, Math.abs(slope) * loss),
        new Part(other, -quotient * slope, byOther));
  }

  /// f(x) from f, f' and f'' at x.
  Dual smooth(double f, double first, double second) {
    double outerSize = Math.max(Math.abs(first), Math.abs(second) * size);
    double ownSize = Math.max(Math.abs(f), Math.abs(first) * size);
    var own = new Own(f, ownSize, false);
    return combined(own, new Part(this, first, outerSize), new Part(this, 0, 0));
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
    double byExponentSize = Math.abs(v) * (Math.abs(log) + 1) * loss;
    return combined(
        new Own(v, Math.abs(v) * loss, false),
        new Part(this, byBase, Math.abs(byBase) * loss),
        new Part(exponent, byExponent, byExponentSize));
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

  /// What a new number is, without its derivatives.
  private record Own(double value, double size, boolean isExact) {}

  /// How a new number depends on one it is made of: the derivative and its sum of absolute terms.
  private record Part(Dual of, double by, double bySize) {
    double largest() {
      return Math.max(Math.abs(bySize), Math.abs(by));
    }
  }

  private static Dual combined(Own own, Part a, Part b) {
    double[] aBy = a.of.by;
    double[] bBy = b.of.by;
    if (aBy == null && bBy == null) {
      return new Dual(own.value, own.size, own.isExact, null, null);
    }
    int n = aBy != null ? aBy.length : bBy == null ? 0 : bBy.length;
    double[] by = new double[n];
    double[] bySize = new double[n];
    add(by, aBy, a.by);
    add(by, bBy, b.by);
    add(bySize, a.of.bySize, a.largest());
    add(bySize, b.of.bySize, b.largest());
    return new Dual(own.value, own.size, own.isExact, by, bySize);
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
