package org.cytotrial.statistics.interval;

/// A closed interval of real numbers.
public record Interval(double lower, double upper) {
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "An interval cannot run from " + lower + " to " + upper + ".");
    }
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  public double width() {
    return upper - lower;
  }
}
