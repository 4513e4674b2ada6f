package org.cytotrial.statistics.weighting;

import java.util.Arrays;

/// Prevalence weights of patients, in the patients' order, summing to 1. Immutable.
public final class Weights {
  private final double[] values;

  private Weights(double[] values) {
    this.values = values;
  }

  /// Scales the values to a sum of 1.
  ///
  /// @throws IllegalArgumentException if a value is negative or not finite, or all are 0
  public static Weights of(double... values) {
    double sum = 0;
    for (double v : values) {
      if (!(v >= 0 && v < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Weight " + v + " does not do. Weights must be 0 or more, and finite.");
      }
      sum += v;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "All " + values.length + " weights are 0. At least one must be above 0.");
    }
    double total = sum;
    return new Weights(Arrays.stream(values).map(v -> v / total).toArray());
  }

  /// Equal weights.
  public static Weights uniform(int patients) {
    double[] ones = new double[patients];
    Arrays.fill(ones, 1);
    return of(ones);
  }

  public int size() {
    return values.length;
  }

  public double at(int patient) {
    return values[patient];
  }

  public double[] toArray() {
    return values.clone();
  }

  /// The weighted mean of one number for each patient.
  public double mean(double[] numbers) {
    if (numbers.length != values.length) {
      throw new IllegalArgumentException(
          values.length + " weights cannot average " + numbers.length + " numbers.");
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] == 0 ? 0 : values[i] * numbers[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length + " weights";
  }
}
