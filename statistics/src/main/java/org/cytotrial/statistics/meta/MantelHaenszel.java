package org.cytotrial.statistics.meta;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cytotrial.statistics.meta.RandomEffects.ChiSquaredTest;

/// Pooled 2 × 2 tables: Mantel & Haenszel 1959 (doi:10.1093/jnci/22.4.719). Counts are used as they
/// are; only the studies' own effects, from which Q is made, have zero cells mended, and leave out
/// tables without events or with events only.
public final class MantelHaenszel {
  private MantelHaenszel() {}

  /// Log odds ratio, variance of Robins, Breslow & Greenland 1986 (doi:10.2307/2531052), with the
  /// Cochran–Mantel–Haenszel test, without continuity correction.
  public static StratifiedResult oddsRatio(
      List<TwoByTwo> tables, ZeroCells zeroCells, double confidence) {
    double r = 0;
    double s = 0;
    double pr = 0;
    double mixed = 0;
    double qs = 0;
    for (TwoByTwo t : tables) {
      double ri = t.a() * t.d() / t.n();
      double si = t.b() * t.c() / t.n();
      double p = (t.a() + t.d()) / t.n();
      double q = (t.b() + t.c()) / t.n();
      r += ri;
      s += si;
      pr += p * ri;
      mixed += p * si + q * ri;
      qs += q * si;
    }
    double error = Math.sqrt((pr / (r * r) + mixed / (r * s) + qs / (s * s)) / 2);
    Coefficient pooled = Coefficient.normal("OR", Math.log(r / s), error, confidence);
    return StratifiedResult.of(
        pooled, effects(tables, zeroCells, TwoByTwo::oddsRatio), Optional.of(association(tables)));
  }

  /// Log risk ratio, variance of Greenland & Robins 1985 (doi:10.2307/2530643).
  public static StratifiedResult riskRatio(
      List<TwoByTwo> tables, ZeroCells zeroCells, double confidence) {
    double r = 0;
    double s = 0;
    double above = 0;
    for (TwoByTwo t : tables) {
      r += t.a() * t.n2() / t.n();
      s += t.c() * t.n1() / t.n();
      above += (t.n1() * t.n2() * (t.a() + t.c()) - t.a() * t.c() * t.n()) / (t.n() * t.n());
    }
    Coefficient pooled =
        Coefficient.normal("RR", Math.log(r / s), Math.sqrt(above / (r * s)), confidence);
    return StratifiedResult.of(
        pooled, effects(tables, zeroCells, TwoByTwo::riskRatio), Optional.empty());
  }

  /// Risk difference, variance of Sato 1989 (doi:10.2307/2531774).
  public static StratifiedResult riskDifference(
      List<TwoByTwo> tables, ZeroCells zeroCells, double confidence) {
    double difference = 0;
    double weight = 0;
    double p = 0;
    double q = 0;
    for (TwoByTwo t : tables) {
      double n = t.n();
      double n1 = t.n1();
      double n2 = t.n2();
      difference += (t.a() * n2 - t.c() * n1) / n;
      weight += n1 * n2 / n;
      p +=
          t.c() * (n1 / n) * (n1 / n)
              - t.a() * (n2 / n) * (n2 / n)
              + (n1 / n) * (n2 / n) * (n2 - n1) / 2;
      q += (t.a() * (n2 - t.c()) + t.c() * (n1 - t.a())) / n / 2;
    }
    double estimate = difference / weight;
    Coefficient pooled =
        Coefficient.normal(
            "RD", estimate, Math.sqrt((estimate * p + q) / (weight * weight)), confidence);
    return StratifiedResult.of(
        pooled, effects(tables, zeroCells, TwoByTwo::riskDifference), Optional.empty());
  }

  private static ChiSquaredTest association(List<TwoByTwo> tables) {
    double excess = 0;
    double variance = 0;
    for (TwoByTwo t : tables) {
      excess += t.a() - t.expectedEvents();
      variance += t.hypergeometricVariance();
    }
    return ChiSquaredTest.of(excess * excess / variance, 1);
  }

  static List<EffectEstimate> effects(
      List<TwoByTwo> tables, ZeroCells zeroCells, Function<TwoByTwo, EffectEstimate> measure) {
    List<TwoByTwo> mended = zeroCells.applyTo(tables);
    return IntStream.range(0, tables.size())
        .filter(i -> !tables.get(i).isUninformative())
        .mapToObj(i -> measure.apply(mended.get(i)))
        .toList();
  }
}
