package org.cytotrial.statistics.meta;

/// τ² from Cochran's Q: DerSimonian & Laird 1986 (doi:10.1016/0197-2456(86)90046-2); with
/// moderators, Raudenbush 2009.
public final class DerSimonianLaird {
  private DerSimonianLaird() {}

  public static Heterogeneity estimate(StudyEffects studies) {
    Projection fixed = Projection.at(studies, 0);
    int df = studies.k() - studies.p();
    double trace = fixed.trace();
    double tau2 = df == 0 ? 0 : Math.max(0, (fixed.residualSquares() - df) / trace);
    double variance = 2 * df + 4 * tau2 * trace + 2 * tau2 * tau2 * fixed.traceSquared();
    return new Heterogeneity(tau2, Math.sqrt(variance) / trace);
  }
}
