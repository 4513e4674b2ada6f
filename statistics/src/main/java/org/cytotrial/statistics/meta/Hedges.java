package org.cytotrial.statistics.meta;

import java.util.Arrays;

/// τ² from unweighted squares: Hedges & Olkin 1985, Statistical Methods for Meta-Analysis, chapter
/// 9 (doi:10.1016/C2009-0-03396-0).
public final class Hedges {
  private Hedges() {}

  public static Heterogeneity estimate(StudyEffects studies) {
    double[] ones = new double[studies.k()];
    Arrays.fill(ones, 1);
    Projection plain = Projection.of(studies, ones);
    int df = studies.k() - studies.p();
    double tracePv = plain.traceWith(studies.v());
    double tau2 = df == 0 ? 0 : Math.max(0, (plain.residualSquares() - tracePv) / df);
    double variance =
        2 * plain.traceSquaredWithTwice(studies.v()) + 4 * tau2 * tracePv + 2 * tau2 * tau2 * df;
    return new Heterogeneity(tau2, Math.sqrt(variance) / df);
  }
}
