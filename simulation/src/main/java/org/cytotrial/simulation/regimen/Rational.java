package org.cytotrial.simulation.regimen;

import java.math.BigDecimal;

/// An exact number of days, so that dose 4 of an 8-hourly course falls on day 1 and not beside it.
///
/// @param numerator any whole number
/// @param denominator at least 1; the fraction is in lowest terms
public record Rational(long numerator, long denominator) implements Comparable<Rational> {
  public static final Rational ZERO = new Rational(0, 1);
  private static final int MOST_DIGITS = 18;

  public Rational {
    if (denominator == 0) {
      throw new IllegalArgumentException("A fraction cannot have the denominator 0.");
    }
    long common = gcd(Math.abs(numerator), Math.abs(denominator)) * Long.signum(denominator);
    numerator /= common;
    denominator /= common;
  }

  public static Rational of(long whole) {
    return new Rational(whole, 1);
  }

  /// Reads `14`, `1/3` or `0.0625`.
  ///
  /// @throws IllegalArgumentException if the text is no such number
  public static Rational parse(String text) {
    String trimmed = text.strip();
    int solidus = trimmed.indexOf('/');
    try {
      if (solidus >= 0) {
        return new Rational(
            Long.parseLong(trimmed.substring(0, solidus).strip()),
            Long.parseLong(trimmed.substring(solidus + 1).strip()));
      }
      var decimal = new BigDecimal(trimmed);
      int scale = Math.max(decimal.scale(), 0);
      if (scale > MOST_DIGITS) {
        throw new ArithmeticException("more than " + MOST_DIGITS + " decimal digits");
      }
      return new Rational(
          decimal.movePointRight(scale).longValueExact(),
          BigDecimal.TEN.pow(scale).longValueExact());
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a time. Maybe '14', '1/3' or '0.5' days.", e);
    }
  }

  public Rational plus(Rational other) {
    return new Rational(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  public Rational times(Rational other) {
    return new Rational(
        Math.multiplyExact(numerator, other.numerator),
        Math.multiplyExact(denominator, other.denominator));
  }

  public Rational times(long factor) {
    return new Rational(Math.multiplyExact(numerator, factor), denominator);
  }

  public double toDouble() {
    return (double) numerator / denominator;
  }

  @Override
  public int compareTo(Rational other) {
    return Long.compare(
        Math.multiplyExact(numerator, other.denominator),
        Math.multiplyExact(other.numerator, denominator));
  }

  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
  }
}
