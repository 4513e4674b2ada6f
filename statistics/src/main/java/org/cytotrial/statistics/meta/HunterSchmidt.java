package org.cytotrial.statistics.meta;

/// τ² by weighting squares with inverse variances: Hunter & Schmidt 2004, Methods of Meta-Analysis
/// (doi:10.4135/9781412985031); biased low.
public final class HunterSchmidt {
  private HunterSchmidt() {}

  public static Heterogeneity estimate(StudyEffects studies) {
    Projection fixed = Projection.at(studies, 0);
    int k = studies.k();
    int df = k - studies.p();
    double sum = fixed.weightSum(1);
    double tau2 = df == 0 ? 0 : Math.max(0, (fixed.residualSquares() - k) / sum);
    double variance = 2 * df + 4 * tau2 * fixed.trace() + 2 * tau2 * tau2 * fixed.traceSquared();
    return new Heterogeneity(tau2, df == 0 ? Double.NaN : Math.sqrt(variance) / sum);
  }
}
