package org.cytotrial.statistics.meta;

import org.apache.commons.numbers.gamma.LogGamma;

/// A measurement in two arms.
///
/// @param first the first arm
/// @param second the second arm
public record TwoMeans(Arm first, Arm second) {
  /// Mean, standard deviation and patients of an arm.
  public record Arm(double mean, double sd, double n) {
    double varianceOfMean() {
      return sd * sd / n;
    }
  }

  public EffectEstimate meanDifference() {
    return new EffectEstimate(
        first.mean - second.mean, first.varianceOfMean() + second.varianceOfMean());
  }

  /// Hedges' g with the exact correction and the large-sample variance: Hedges 1981
  /// (doi:10.3102/10769986006002107).
  public EffectEstimate standardizedMeanDifference() {
    double df = first.n + second.n - 2;
    double pooled =
        Math.sqrt((square(first.sd) * (first.n - 1) + square(second.sd) * (second.n - 1)) / df);
    double g = correction(df) * (first.mean - second.mean) / pooled;
    return new EffectEstimate(g, 1 / first.n + 1 / second.n + g * g / (2 * (first.n + second.n)));
  }

  /// Standardized by the average of the two variances, which may differ: Bonett 2009
  /// (doi:10.1037/a0015807), with the correction of Hedges for both effect and variance.
  public EffectEstimate heteroscedasticMeanDifference() {
    double average = (square(first.sd) + square(second.sd)) / 2;
    double correction = correction(first.n + second.n - 2);
    double d = correction * (first.mean - second.mean) / Math.sqrt(average);
    double df1 = first.n - 1;
    double df2 = second.n - 1;
    double largeSample =
        d
                * d
                * (square(square(first.sd)) / df1 + square(square(second.sd)) / df2)
                / (8 * average * average)
            + (square(first.sd) / df1 + square(second.sd) / df2) / average;
    return new EffectEstimate(d, square(correction) * largeSample);
  }

  /// Log ratio of means: Hedges, Gurevitch & Curtis 1999
  /// (doi:10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2).
  public EffectEstimate ratioOfMeans() {
    double variance =
        first.varianceOfMean() / square(first.mean) + second.varianceOfMean() / square(second.mean);
    return new EffectEstimate(Math.log(first.mean / second.mean), variance);
  }

  private static double correction(double df) {
    return df <= 1
        ? Double.NaN
        : Math.exp(
            LogGamma.value(df / 2) - Math.log(Math.sqrt(df / 2)) - LogGamma.value((df - 1) / 2));
  }

  private static double square(double x) {
    return x * x;
  }
}
