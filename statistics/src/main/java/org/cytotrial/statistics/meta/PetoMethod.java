package org.cytotrial.statistics.meta;

import java.util.List;
import java.util.Optional;
import org.cytotrial.statistics.meta.RandomEffects.ChiSquaredTest;

/// The one-step log odds ratio of Peto: Yusuf et al. 1985 (doi:10.1016/S0033-0620(85)80003-7). For
/// rare events and arms of similar size; zero cells need no mending.
public final class PetoMethod {
  private PetoMethod() {}

  public static StratifiedResult oddsRatio(List<TwoByTwo> tables, double confidence) {
    double excess = 0;
    double variance = 0;
    for (TwoByTwo t : tables) {
      if (!t.isUninformative()) {
        excess += t.a() - t.expectedEvents();
        variance += t.hypergeometricVariance();
      }
    }
    Coefficient pooled =
        Coefficient.normal("OR", excess / variance, Math.sqrt(1 / variance), confidence);
    return StratifiedResult.of(
        pooled,
        MantelHaenszel.effects(tables, ZeroCells.NONE, TwoByTwo::peto),
        Optional.<ChiSquaredTest>empty());
  }
}
