package org.cytotrial.statistics.meta;

import java.util.Arrays;
import org.cytotrial.statistics.numeric.StoppedRoot;

/// τ² at which the generalized Q equals its degrees of freedom: Paule & Mandel 1982
/// (doi:10.6028/jres.087.022); the empirical Bayes estimate of Morris 1983
/// (doi:10.1080/01621459.1983.10477920) is the same number. They differ only where a search is
/// stopped early, as each is then stopped in its own way.
public final class PauleMandel {
  /// A search that is stopped looks up to here at least, as metafor does.
  private static final double REACH = 100;

  private static final double NORMAL_DEVIATIONS = 1.4826;

  private PauleMandel() {}

  public static Heterogeneity estimate(StudyEffects studies, Search search) {
    int df = studies.k() - studies.p();
    return df == 0
        ? Heterogeneity.NONE
        : at(
            studies,
            switch (search) {
              case Search.Exact _ -> QProfile.tau2At(studies, df);
              case Search.Stopped stopped -> stopped(studies, df, stopped);
            });
  }

  public static Heterogeneity empiricalBayes(StudyEffects studies, Search search) {
    int df = studies.k() - studies.p();
    return df == 0
        ? Heterogeneity.NONE
        : at(
            studies,
            switch (search) {
              case Search.Exact _ -> QProfile.tau2At(studies, df);
              case Search.Stopped stopped ->
                  FisherScoring.search(FisherScoring.Target.EB, studies, stopped);
            });
  }

  private static double stopped(StudyEffects studies, int df, Search.Stopped control) {
    if (Projection.at(studies, 0).residualSquares() < df) {
      return 0;
    }
    double deviation = NORMAL_DEVIATIONS * medianDeviation(studies.effects());
    return StoppedRoot.between(
        t -> Projection.at(studies, t).residualSquares() - df,
        0,
        Math.max(REACH, 10 * deviation * deviation),
        control.tol(),
        control.maxiter());
  }

  private static double medianDeviation(double[] effects) {
    double middle = median(effects);
    return median(Arrays.stream(effects).map(y -> Math.abs(y - middle)).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  static Heterogeneity at(StudyEffects studies, double tau2) {
    int k = studies.k();
    int df = k - studies.p();
    double sum = Projection.at(studies, tau2).weightSum(1);
    return new Heterogeneity(tau2, k * Math.sqrt(2.0 / df) / sum);
  }
}
