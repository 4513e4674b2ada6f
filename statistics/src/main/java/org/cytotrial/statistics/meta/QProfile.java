package org.cytotrial.statistics.meta;

import java.util.Optional;
import org.cytotrial.statistics.distribution.CriticalValue;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.numeric.Root;

/// The interval of τ² whose ends put the generalized Q at quantiles of χ²: Viechtbauer 2007
/// (doi:10.1002/sim.2514).
public final class QProfile {
  private QProfile() {}

  /// Empty where no degree of freedom is left; (0, 0) where even the upper end is below 0.
  public static Optional<Interval> of(StudyEffects studies, double confidence) {
    int df = studies.k() - studies.p();
    if (df < 1) {
      return Optional.empty();
    }
    double tail = (1 - confidence) / 2;
    double low = tau2At(studies, CriticalValue.chiSquared(tail, df));
    double high = tau2At(studies, CriticalValue.chiSquared(1 - tail, df));
    return Optional.of(new Interval(low, Math.max(low, high)));
  }

  /// The τ² at which the generalized Q has this value; 0 if it is smaller at 0 already.
  static double tau2At(StudyEffects studies, double q) {
    double atZero = Projection.at(studies, 0).residualSquares();
    if (!(atZero > q)) {
      return 0;
    }
    double start = Hedges.estimate(studies).tau2();
    double step = start > 0 ? start : studies.v()[0];
    return Root.above(t -> Projection.at(studies, t).residualSquares() - q, 0, step);
  }
}
