package org.cytotrial.statistics.interval;

/// How many equally weighted patients would tell as much: (Σw)² / Σw², Kish 1965, *Survey Sampling*
/// (Wiley), section 11.7.
public final class EffectiveSampleSize {
  private EffectiveSampleSize() {}

  /// Between 1 and the number of weights; weights need not sum to 1.
  ///
  /// @throws IllegalArgumentException if a weight is negative or not finite, or all are 0
  public static double kish(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double w = weights[i];
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Weight " + i + " is " + w + ". Weights must be 0 or more, and finite.");
      }
      sum += w;
      squares += w * w;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "All " + weights.length + " weights are 0. At least one must be above 0.");
    }
    return sum * sum / squares;
  }
}
