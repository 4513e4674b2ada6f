package org.cytotrial.statistics.meta;

/// τ² at which the generalized Q equals its degrees of freedom: Paule & Mandel 1982 (doi:10.6028/jres.087.022); the empirical
/// Bayes estimate of Morris 1983 (doi:10.1080/01621459.1983.10477920) is the same number.
public final class PauleMandel {
  private PauleMandel() {}

  public static Heterogeneity estimate(StudyEffects studies) {
    int k = studies.k();
    int df = k - studies.p();
    if (df == 0) {
      return Heterogeneity.NONE;
    }
    double tau2 = QProfile.tau2At(studies, df);
    double sum = Projection.at(studies, tau2).weightSum(1);
    return new Heterogeneity(tau2, k * Math.sqrt(2.0 / df) / sum);
  }
}
