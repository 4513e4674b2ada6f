package org.cytotrial.statistics.meta;

import java.util.function.DoubleUnaryOperator;
import org.cytotrial.statistics.numeric.Root;

/// τ² where the likelihood of normal effects, or its restricted form, is highest: Raudenbush 2009
/// (The Handbook of Research Synthesis, chapter 16, ISBN 9780871541635), Viechtbauer 2005
/// (doi:10.3102/10769986030003261).
///
/// The root of the score nearest to Hedges' estimate, to the last digits; 0 where the likelihood
/// falls from there on. With [Search.Stopped], where Fisher scoring ends.
public final class Likelihood {
  private static final double SMALLEST_STEP = 1e-3;

  private Likelihood() {}

  public static Heterogeneity maximum(StudyEffects studies, Search search) {
    if (studies.k() == studies.p()) {
      return Heterogeneity.NONE;
    }
    return maximumAt(
        studies,
        switch (search) {
          case Search.Exact _ ->
              root(
                  studies,
                  t -> {
                    Projection at = Projection.at(studies, t);
                    return at.squaredResidualSquares() - at.weightSum(1);
                  });
          case Search.Stopped stopped ->
              FisherScoring.search(FisherScoring.Target.ML, studies, stopped);
        });
  }

  static Heterogeneity maximumAt(StudyEffects studies, double tau2) {
    return new Heterogeneity(tau2, Math.sqrt(2 / Projection.at(studies, tau2).weightSum(2)));
  }

  public static Heterogeneity restrictedMaximum(StudyEffects studies, Search search) {
    if (studies.k() == studies.p()) {
      return Heterogeneity.NONE;
    }
    return restrictedMaximumAt(
        studies,
        switch (search) {
          case Search.Exact _ ->
              root(
                  studies,
                  t -> {
                    Projection at = Projection.at(studies, t);
                    return at.squaredResidualSquares() - at.trace();
                  });
          case Search.Stopped stopped ->
              FisherScoring.search(FisherScoring.Target.REML, studies, stopped);
        });
  }

  static Heterogeneity restrictedMaximumAt(StudyEffects studies, double tau2) {
    return new Heterogeneity(tau2, Math.sqrt(2 / Projection.at(studies, tau2).traceSquared()));
  }

  /// The root of a score that is positive below it.
  private static double root(StudyEffects studies, DoubleUnaryOperator score) {
    double start = Hedges.estimate(studies).tau2();
    double mean = 0;
    for (double v : studies.v()) {
      mean += v / studies.k();
    }
    if (score.applyAsDouble(start) > 0) {
      return Root.above(score, start, Math.max(start / 4, SMALLEST_STEP * mean));
    }
    double high = start;
    double low = start / 2;
    while (low > SMALLEST_STEP * SMALLEST_STEP * mean) {
      if (score.applyAsDouble(low) > 0) {
        return Root.between(score, low, high);
      }
      high = low;
      low /= 2;
    }
    return score.applyAsDouble(0) > 0 ? Root.between(score, 0, high) : 0;
  }
}
