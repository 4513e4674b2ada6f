package org.cytotrial.statistics.meta;

import java.util.List;
import java.util.Optional;
import org.cytotrial.statistics.meta.RandomEffects.ChiSquaredTest;

/// Pooled rates: Rothman, Greenland & Lash 2008, Modern Epidemiology, chapter 15 (ISBN
/// 9780781755641), after Greenland & Robins 1985 (doi:10.2307/2530643).
public final class MantelHaenszelRates {
  private MantelHaenszelRates() {}

  /// Log incidence rate ratio, with the Mantel–Haenszel test, without continuity correction.
  public static StratifiedResult rateRatio(
      List<PersonTime> studies, ZeroCells zeroCells, double confidence) {
    double r = 0;
    double s = 0;
    double variance = 0;
    double excess = 0;
    for (PersonTime t : studies) {
      r += t.x1() * t.t2() / t.time();
      s += t.x2() * t.t1() / t.time();
      variance += (t.x1() + t.x2()) * t.t1() * t.t2() / (t.time() * t.time());
      excess += t.x1() - (t.x1() + t.x2()) * t.t1() / t.time();
    }
    Coefficient pooled =
        Coefficient.normal("IRR", Math.log(r / s), Math.sqrt(variance / (r * s)), confidence);
    List<PersonTime> informative = studies.stream().filter(t -> !t.isWithoutEvents()).toList();
    return StratifiedResult.of(
        pooled,
        zeroCells.applyTo(informative).stream().map(PersonTime::rateRatio).toList(),
        Optional.of(ChiSquaredTest.of(excess * excess / variance, 1)));
  }

  public static StratifiedResult rateDifference(
      List<PersonTime> studies, ZeroCells zeroCells, double confidence) {
    double difference = 0;
    double weight = 0;
    double variance = 0;
    for (PersonTime t : studies) {
      double share = t.t1() * t.t2() / t.time();
      difference += (t.x1() * t.t2() - t.x2() * t.t1()) / t.time();
      weight += share;
      variance += share * share * t.rateDifference().vi();
    }
    Coefficient pooled =
        Coefficient.normal("IRD", difference / weight, Math.sqrt(variance) / weight, confidence);
    List<PersonTime> informative = studies.stream().filter(t -> !t.isWithoutEvents()).toList();
    return StratifiedResult.of(
        pooled,
        zeroCells.applyTo(informative).stream().map(PersonTime::rateDifference).toList(),
        Optional.empty());
  }
}
