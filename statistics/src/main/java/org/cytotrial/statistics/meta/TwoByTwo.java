package org.cytotrial.statistics.meta;

/// Events and non-events of two arms. Variances: Fleiss & Berlin 2009, The Handbook of Research
/// Synthesis, chapter 13 (ISBN 9780871541635).
///
/// @param a events in the first arm
/// @param b patients without an event in the first arm
/// @param c events in the second arm
/// @param d patients without an event in the second arm
public record TwoByTwo(double a, double b, double c, double d) implements Counts<TwoByTwo> {
  /// From events and patients of each arm.
  public static TwoByTwo ofTotals(double a, double n1, double c, double n2) {
    return new TwoByTwo(a, n1 - a, c, n2 - c);
  }

  public double n1() {
    return a + b;
  }

  public double n2() {
    return c + d;
  }

  public double n() {
    return a + b + c + d;
  }

  @Override
  public boolean hasZero() {
    return a == 0 || b == 0 || c == 0 || d == 0;
  }

  @Override
  public boolean isWithoutEvents() {
    return a == 0 && c == 0;
  }

  /// Whether the arms cannot differ in odds: no events, or only events, in both.
  public boolean isUninformative() {
    return (a == 0 && c == 0) || (b == 0 && d == 0);
  }

  @Override
  public TwoByTwo plus(double add) {
    return new TwoByTwo(a + add, b + add, c + add, d + add);
  }

  /// Log odds ratio.
  public EffectEstimate oddsRatio() {
    return new EffectEstimate(Math.log(a / b) - Math.log(c / d), 1 / a + 1 / b + 1 / c + 1 / d);
  }

  /// Log risk ratio.
  public EffectEstimate riskRatio() {
    return new EffectEstimate(
        Math.log(a / n1()) - Math.log(c / n2()), 1 / a - 1 / n1() + 1 / c - 1 / n2());
  }

  public EffectEstimate riskDifference() {
    double p1 = a / n1();
    double p2 = c / n2();
    return new EffectEstimate(p1 - p2, p1 * (1 - p1) / n1() + p2 * (1 - p2) / n2());
  }

  /// Log odds ratio by Peto's one-step method: Yusuf et al. 1985
  /// (doi:10.1016/S0033-0620(85)80003-7).
  public EffectEstimate peto() {
    double v = hypergeometricVariance();
    return new EffectEstimate((a - expectedEvents()) / v, 1 / v);
  }

  /// Events expected in the first arm if both arms are alike.
  public double expectedEvents() {
    return (a + c) * n1() / n();
  }

  /// Variance of the events in the first arm when all margins are given.
  public double hypergeometricVariance() {
    return (a + c) * (b + d) * (n1() / n()) * (n2() / n()) / (n() - 1);
  }
}
