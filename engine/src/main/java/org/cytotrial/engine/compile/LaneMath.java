package org.cytotrial.engine.compile;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.cytotrial.model.expression.Function;

/// Transcendental functions of many vectors, as loops over an array.
///
/// `lanewise(EXP)` and `lanewise(LOG)` of the Vector API give other last bits once the JIT replaces
/// them by its library, so a result would depend on when that happens. These are made of exactly
/// defined operations instead. Reduction and coefficients of the logarithm: FreeBSD's `e_log.c`,
/// after Tang 1990 (doi:10.1145/98267.98294); the exponential is the Taylor polynomial of degree 13
/// on [-ln 2/2, ln 2/2] (remainder below 5e-18). Errors are below 1 unit in the last place for
/// both, as tested.
public final class LaneMath {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /// Adding it leaves the nearest whole number in the low bits.
  private static final double ROUNDER = 0x1.8p52;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877e-10;
  private static final double LARGEST_EXPONENT = 709.782712893384;
  private static final double LEAST_EXPONENT = -708.396418532264;
  private static final int MANTISSA_BITS = 52;
  private static final long HALF_ROOT_BITS = 0x3fe6a09e667f3bcdL;
  private static final long ROUNDER_BITS = 0x4338000000000000L;

  private LaneMath() {}

  static void apply(Function function, double[] s, int from, int to, int count) {
    switch (function) {
      case EXP -> exponentials(s, from, to, count);
      case LN -> logarithms(s, from, to, count);
      default -> each(function, s, from, to, count);
    }
  }

  private static void each(Function function, double[] s, int from, int to, int count) {
    for (int i = 0; i < count * DOUBLES.length(); i++) {
      s[to + i] = function.apply(s[from + i], 0);
    }
  }

  /// e^x.
  static void exponentials(double[] s, int from, int to, int count) {
    int width = DOUBLES.length();
    for (int i = 0; i < count * width; i += width) {
      DoubleVector x = DoubleVector.fromArray(DOUBLES, s, from + i);
      DoubleVector shifted = x.fma(broadcast(LOG2_E), broadcast(ROUNDER));
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(broadcast(-LN2_LOW), k.fma(broadcast(-LN2_HIGH), x));
      LongVector power = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
      DoubleVector y = polynomial(r).reinterpretAsLongs().add(power).reinterpretAsDoubles();
      y = y.blend(0, x.compare(VectorOperators.LT, LEAST_EXPONENT));
      y = y.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, LARGEST_EXPONENT));
      y.blend(x, x.compare(VectorOperators.NE, x)).intoArray(s, to + i);
    }
  }

  private static DoubleVector broadcast(double x) {
    return DoubleVector.broadcast(DOUBLES, x);
  }

  private static DoubleVector polynomial(DoubleVector r) {
    DoubleVector y = broadcast(1.0 / 6_227_020_800L);
    y = y.fma(r, broadcast(1.0 / 479_001_600));
    y = y.fma(r, broadcast(1.0 / 39_916_800));
    y = y.fma(r, broadcast(1.0 / 3_628_800));
    y = y.fma(r, broadcast(1.0 / 362_880));
    y = y.fma(r, broadcast(1.0 / 40_320));
    y = y.fma(r, broadcast(1.0 / 5_040));
    y = y.fma(r, broadcast(1.0 / 720));
    y = y.fma(r, broadcast(1.0 / 120));
    y = y.fma(r, broadcast(1.0 / 24));
    y = y.fma(r, broadcast(1.0 / 6));
    y = y.fma(r, broadcast(0.5));
    y = y.fma(r, broadcast(1));
    return y.fma(r, broadcast(1));
  }

  /// Natural logarithms.
  static void logarithms(double[] s, int from, int to, int count) {
    int width = DOUBLES.length();
    for (int i = 0; i < count * width; i += width) {
      DoubleVector x = DoubleVector.fromArray(DOUBLES, s, from + i);
      VectorMask<Double> small = x.compare(VectorOperators.LT, Double.MIN_NORMAL);
      DoubleVector scaled = x.blend(x.mul(0x1p54), small);
      DoubleVector y = finiteLogarithm(scaled, broadcast(0).blend(-54, small));
      y = y.blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
      y = y.blend(Double.NaN, x.compare(VectorOperators.LT, 0));
      y = y.blend(x, x.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY));
      y.blend(x, x.compare(VectorOperators.NE, x)).intoArray(s, to + i);
    }
  }

  /// Of normal positive numbers; `more` is added to the exponent.
  private static DoubleVector finiteLogarithm(DoubleVector x, DoubleVector more) {
    LongVector bits = x.reinterpretAsLongs();
    LongVector exponent =
        bits.sub(LongVector.broadcast(LONGS, HALF_ROOT_BITS))
            .lanewise(VectorOperators.ASHR, MANTISSA_BITS);
    DoubleVector mantissa =
        bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS)).reinterpretAsDoubles();
    DoubleVector k = exponent.add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER).add(more);
    DoubleVector f = mantissa.sub(1);
    DoubleVector r = f.div(f.add(2));
    DoubleVector z = r.mul(r);
    DoubleVector series = broadcast(0.14798198605116586);
    series = series.fma(z, broadcast(0.15313837699209373));
    series = series.fma(z, broadcast(0.1818357216161805));
    series = series.fma(z, broadcast(0.22222198432149784));
    series = series.fma(z, broadcast(0.2857142874366239));
    series = series.fma(z, broadcast(0.3999999999940942));
    series = series.fma(z, broadcast(0.6666666666666735)).mul(z);
    DoubleVector half = f.mul(f).mul(0.5);
    DoubleVector tail = k.fma(broadcast(LN2_LOW), half.add(series).mul(r));
    return k.fma(broadcast(LN2_HIGH), f.sub(half.sub(tail)));
  }

  /// a^b as e^(b ln |a|), with the values of [Math#pow] for negative a and b = 0.
  static void powers(double[] s, int bases, int exponents, int to, int count) {
    int width = DOUBLES.length();
    for (int i = 0; i < count * width; i += width) {
      DoubleVector.fromArray(DOUBLES, s, bases + i).abs().intoArray(s, to + i);
    }
    logarithms(s, to, to, count);
    for (int i = 0; i < count * width; i += width) {
      DoubleVector.fromArray(DOUBLES, s, to + i)
          .mul(DoubleVector.fromArray(DOUBLES, s, exponents + i))
          .intoArray(s, to + i);
    }
    exponentials(s, to, to, count);
    for (int i = 0; i < count * width; i += width) {
      boolean isSpecial =
          DoubleVector.fromArray(DOUBLES, s, bases + i).test(VectorOperators.IS_NEGATIVE).anyTrue()
              || DoubleVector.fromArray(DOUBLES, s, exponents + i)
                  .compare(VectorOperators.EQ, 0)
                  .anyTrue();
      if (isSpecial) {
        specialPowers(s, bases + i, exponents + i, to + i);
      }
    }
  }

  private static void specialPowers(double[] s, int base, int exponent, int to) {
    for (int lane = 0; lane < DOUBLES.length(); lane++) {
      double a = s[base + lane];
      if (a < 0 || 1 / a < 0 || s[exponent + lane] == 0) {
        s[to + lane] = Math.pow(a, s[exponent + lane]);
      }
    }
  }
}
