package org.cytotrial.statistics.distribution;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.cytotrial.statistics.numeric.Root;

/// Where a distribution leaves a given probability outside: the factors of intervals.
public final class CriticalValue {
  private CriticalValue() {}

  /// Half-width, in standard errors, of a two-sided interval by Student's t; NaN where no degree of
  /// freedom is left.
  public static double student(double confidence, double df) {
    if (!(df > 0)) {
      return Double.NaN;
    }
    double tail = (1 - confidence) / 2;
    TDistribution t = TDistribution.of(df);
    return Root.above(x -> t.survivalProbability(x) - tail, 0, 1);
  }

  /// The value of χ² with this probability above it.
  public static double chiSquared(double upperTail, double df) {
    ChiSquaredDistribution chi = ChiSquaredDistribution.of(df);
    return Root.above(x -> chi.survivalProbability(x) - upperTail, 0, df);
  }
}
