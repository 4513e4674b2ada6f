package org.cytotrial.statistics.distribution;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// The probability of a test statistic as far out or farther, with all digits in the tails; NaN for
/// a statistic that is NaN or where no degree of freedom is left.
public final class PValue {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private PValue() {}

  /// Two-sided, standard normal.
  public static double normal(double z) {
    return Double.isNaN(z) ? z : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  /// Two-sided, Student's t.
  public static double student(double t, double df) {
    return Double.isNaN(t) || !(df > 0)
        ? Double.NaN
        : Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
  }

  /// The upper tail of χ².
  public static double chiSquared(double x, double df) {
    return Double.isNaN(x) || !(df > 0)
        ? Double.NaN
        : ChiSquaredDistribution.of(df).survivalProbability(x);
  }

  /// The upper tail of F.
  public static double f(double x, double df1, double df2) {
    return Double.isNaN(x) || !(df1 > 0 && df2 > 0)
        ? Double.NaN
        : FDistribution.of(df1, df2).survivalProbability(x);
  }
}
