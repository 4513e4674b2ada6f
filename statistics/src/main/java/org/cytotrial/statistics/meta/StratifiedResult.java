package org.cytotrial.statistics.meta;

import java.util.Optional;
import org.cytotrial.statistics.meta.RandomEffects.ChiSquaredTest;

/// A pooled effect of tables or rates taken together rather than study by study.
///
/// @param pooled the estimate with its normal test and interval, logarithms for ratios
/// @param residual how the studies' own effects scatter around it
/// @param i2 from that scatter, in %
/// @param association the Cochran–Mantel–Haenszel test; empty where metafor gives none
public record StratifiedResult(
    Coefficient pooled, ChiSquaredTest residual, double i2, Optional<ChiSquaredTest> association) {

  static StratifiedResult of(
      Coefficient pooled, Iterable<EffectEstimate> effects, Optional<ChiSquaredTest> association) {
    double q = 0;
    int studies = 0;
    for (EffectEstimate effect : effects) {
      if (effect.isDefined()) {
        double distance = effect.yi() - pooled.estimate();
        q += distance * distance / effect.vi();
        studies++;
      }
    }
    int df = Math.max(0, studies - 1);
    double i2 = df == 0 || q == 0 ? 0 : Math.max(0, 100 * (q - df) / q);
    return new StratifiedResult(pooled, ChiSquaredTest.of(q, df), i2, association);
  }
}
