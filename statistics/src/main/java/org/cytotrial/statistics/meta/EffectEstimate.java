package org.cytotrial.statistics.meta;

/// What one study found, on the scale of its measure.
///
/// @param yi the effect
/// @param vi its sampling variance
public record EffectEstimate(double yi, double vi) {
  /// Whether it can be pooled: a number with a positive, finite variance.
  public boolean isDefined() {
    return Double.isFinite(yi) && vi > 0 && Double.isFinite(vi);
  }
}
