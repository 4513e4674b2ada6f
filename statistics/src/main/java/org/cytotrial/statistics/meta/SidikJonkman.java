package org.cytotrial.statistics.meta;

import java.util.Arrays;

/// τ² from a crude first guess, never 0 unless all effects are equal: Sidik & Jonkman 2005
/// (doi:10.1111/j.1467-9876.2005.00489.x).
public final class SidikJonkman {
  private SidikJonkman() {}

  public static Heterogeneity estimate(StudyEffects studies) {
    double mean = Arrays.stream(studies.y()).average().orElseThrow();
    double guess = Arrays.stream(studies.y()).map(y -> (y - mean) * (y - mean)).sum() / studies.k();
    return from(guess, studies);
  }

  /// With another first guess, such as Hedges' estimate (SJ2 of DerSimonian & Kacker 2007,
  /// doi:10.1016/j.cct.2006.04.004).
  public static Heterogeneity from(double guess, StudyEffects studies) {
    int df = studies.k() - studies.p();
    if (guess == 0 || df == 0) {
      return Heterogeneity.NONE;
    }
    Projection weighted = Projection.at(studies, guess);
    double tau2 = guess * weighted.residualSquares() / df;
    double variance =
        2 * weighted.traceSquaredWithTwice(studies.v())
            + 4 * tau2 * weighted.traceSquaredWith(studies.v())
            + 2 * tau2 * tau2 * weighted.traceSquared();
    return new Heterogeneity(tau2, guess / df * Math.sqrt(variance));
  }
}
