package org.cytotrial.statistics.meta;

/// Events among the patients of one arm.
///
/// @param x events
/// @param n patients
public record Proportion(double x, double n) implements Counts<Proportion> {
  @Override
  public boolean hasZero() {
    return x == 0 || x == n;
  }

  @Override
  public boolean isWithoutEvents() {
    return x == 0;
  }

  @Override
  public Proportion plus(double add) {
    return new Proportion(x + add, n + 2 * add);
  }

  public EffectEstimate raw() {
    double p = x / n;
    return new EffectEstimate(p, p * (1 - p) / n);
  }

  public EffectEstimate log() {
    return new EffectEstimate(Math.log(x / n), 1 / x - 1 / n);
  }

  public EffectEstimate logit() {
    return new EffectEstimate(Math.log(x / (n - x)), 1 / x + 1 / (n - x));
  }

  public EffectEstimate arcsine() {
    return new EffectEstimate(Math.asin(Math.sqrt(x / n)), 1 / (4 * n));
  }

  /// The double arcsine, halved: Freeman & Tukey 1950 (doi:10.1214/aoms/1177729756).
  public EffectEstimate doubleArcsine() {
    return new EffectEstimate(doubleArcsine(x, n), 1 / (4 * n + 2));
  }

  static double doubleArcsine(double x, double n) {
    return (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1)))) / 2;
  }
}
