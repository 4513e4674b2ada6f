package org.cytotrial.statistics.meta;

/// τ² at which the generalized Q equals its degrees of freedom: Paule & Mandel 1982
/// (doi:10.6028/jres.087.022); the empirical Bayes estimate of Morris 1983
/// (doi:10.1080/01621459.1983.10477920) is the same number.
public final class PauleMandel {
  private PauleMandel() {}

  public static Heterogeneity estimate(StudyEffects studies) {
    int df = studies.k() - studies.p();
    return df == 0 ? Heterogeneity.NONE : at(studies, QProfile.tau2At(studies, df));
  }

  static Heterogeneity at(StudyEffects studies, double tau2) {
    int k = studies.k();
    int df = k - studies.p();
    double sum = Projection.at(studies, tau2).weightSum(1);
    return new Heterogeneity(tau2, k * Math.sqrt(2.0 / df) / sum);
  }
}
