package org.cytotrial.report.figure;

/// A value with the ends of its interval, on the scale on which they are printed: a ratio, not its
/// logarithm. An end may be infinite where the interval is open.
public record Estimate(double value, double lower, double upper) {
  /// Checks that the interval holds the value.
  ///
  /// @throws IllegalArgumentException if the value is not finite or lies outside the interval
  public Estimate {
    if (!Double.isFinite(value) || !(lower <= value && value <= upper)) {
      throw new IllegalArgumentException(
          "An estimate of %s with the interval [%s, %s]. Give a finite value within its interval."
              .formatted(value, lower, upper));
    }
  }
}
