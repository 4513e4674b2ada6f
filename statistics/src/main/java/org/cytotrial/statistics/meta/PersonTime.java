package org.cytotrial.statistics.meta;

/// Events and time watched in two arms: Rothman, Greenland & Lash 2008, Modern Epidemiology,
/// chapter 14 (ISBN 9780781755641).
///
/// @param x1 events in the first arm
/// @param t1 person-time of the first arm
/// @param x2 events in the second arm
/// @param t2 person-time of the second arm, in the same unit
public record PersonTime(double x1, double t1, double x2, double t2) implements Counts<PersonTime> {
  @Override
  public boolean hasZero() {
    return x1 == 0 || x2 == 0;
  }

  @Override
  public boolean isWithoutEvents() {
    return x1 == 0 && x2 == 0;
  }

  @Override
  public PersonTime plus(double add) {
    return new PersonTime(x1 + add, t1, x2 + add, t2);
  }

  public double time() {
    return t1 + t2;
  }

  /// Log incidence rate ratio.
  public EffectEstimate rateRatio() {
    return new EffectEstimate(Math.log(x1 / t1) - Math.log(x2 / t2), 1 / x1 + 1 / x2);
  }

  public EffectEstimate rateDifference() {
    return new EffectEstimate(x1 / t1 - x2 / t2, x1 / (t1 * t1) + x2 / (t2 * t2));
  }

  /// Difference of the square roots of the rates, whose variance does not depend on them.
  public EffectEstimate squareRootRateDifference() {
    return new EffectEstimate(Math.sqrt(x1 / t1) - Math.sqrt(x2 / t2), 1 / (4 * t1) + 1 / (4 * t2));
  }
}
