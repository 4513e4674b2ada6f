package org.cytotrial.statistics.agreement;

import org.cytotrial.statistics.distribution.NormalQuantile;
import org.cytotrial.statistics.interval.Interval;

/// A coefficient of agreement: 1 is perfect, 0 is chance.
///
/// @param estimate NaN where chance alone would agree always
/// @param standardError from the large-sample variance
public record Agreement(double estimate, double standardError) {
  /// The interval of the normal approximation, cut at −1 and 1.
  ///
  /// @throws IllegalStateException if there is no estimate
  public Interval interval(double confidence) {
    if (!Double.isFinite(estimate) || !Double.isFinite(standardError)) {
      throw new IllegalStateException("There is no interval where the estimate does not exist.");
    }
    double half = NormalQuantile.twoSided(confidence) * standardError;
    return new Interval(Math.max(-1, estimate - half), Math.min(1, estimate + half));
  }

  public boolean exists() {
    return Double.isFinite(estimate) && Double.isFinite(standardError);
  }
}
