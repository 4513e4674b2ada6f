package org.cytotrial.statistics.meta;

/// A correlation among the patients of a study.
///
/// @param r Pearson's correlation
/// @param n patients
public record Correlation(double r, double n) {
  public EffectEstimate raw() {
    double unexplained = 1 - r * r;
    return new EffectEstimate(r, unexplained * unexplained / (n - 1));
  }

  /// The inverse hyperbolic tangent, whose variance does not depend on it: Fisher 1921 (Metron 1,
  /// 3–32).
  public EffectEstimate fisherZ() {
    return new EffectEstimate(0.5 * Math.log((1 + r) / (1 - r)), 1 / (n - 3));
  }
}
