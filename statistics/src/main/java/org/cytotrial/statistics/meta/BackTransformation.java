package org.cytotrial.statistics.meta;

/// From the scale on which studies are pooled to the one people read.
public enum BackTransformation {
  /// Read as it is.
  IDENTITY,
  /// Ratios, from their logarithm.
  EXPONENTIAL,
  /// Proportions, from the logit.
  LOGISTIC,
  /// Proportions, from the arcsine of their square root.
  ARCSINE,
  /// Proportions, from the double arcsine; needs a number of patients.
  FREEMAN_TUKEY,
  /// Correlations, from Fisher's z.
  HYPERBOLIC_TANGENT;

  /// The value on the scale people read.
  ///
  /// @param patients the harmonic mean of the studies' patients, which only the double arcsine uses
  public double apply(double x, double patients) {
    return switch (this) {
      case IDENTITY -> x;
      case EXPONENTIAL -> Math.exp(x);
      case LOGISTIC -> 1 / (1 + Math.exp(-x));
      case ARCSINE -> Math.pow(Math.sin(Math.clamp(x, 0, Math.PI / 2)), 2);
      case FREEMAN_TUKEY -> freemanTukey(x, patients);
      case HYPERBOLIC_TANGENT -> Math.tanh(x);
    };
  }

  /// The harmonic mean, for [#apply].
  public static double harmonicMean(double[] patients) {
    double sum = 0;
    for (double n : patients) {
      sum += 1 / n;
    }
    return patients.length / sum;
  }

  /// Miller 1978 (doi:10.1080/00031305.1978.10479283), for the halved double arcsine.
  private static double freemanTukey(double x, double n) {
    if (x <= Proportion.doubleArcsine(0, n)) {
      return 0;
    }
    if (x >= Proportion.doubleArcsine(n, n)) {
      return 1;
    }
    double sine = Math.sin(2 * x);
    double inner = sine + (sine - 1 / sine) / n;
    return (1 - Math.signum(Math.cos(2 * x)) * Math.sqrt(Math.max(0, 1 - inner * inner))) / 2;
  }
}
