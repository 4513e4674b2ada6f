package org.cytotrial.domain.quantity;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A unit of measurement: a factor times a product of powers of [BaseUnit]s. Exponents may be
/// fractions, since the diameter of a sphere is the cube root of its volume.
///
/// @param factor size in coherent base units; positive and finite
/// @param exponents powers of the base units, without zeros
public record Unit(double factor, Map<BaseUnit, Double> exponents) {
  private static final double EXPONENT_TOLERANCE = 1e-9;
  private static final double FACTOR_TOLERANCE = 1e-9;

  public static final Unit DIMENSIONLESS = new Unit(1, Map.of());

  public Unit {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("A unit needs a positive finite factor, not " + factor);
    }
    var kept = new EnumMap<BaseUnit, Double>(BaseUnit.class);
    exponents.forEach((base, power) -> {
      if (Math.abs(power) > EXPONENT_TOLERANCE) {
        kept.put(base, power);
      }
    });
    exponents = Map.copyOf(kept);
  }

  public static Unit of(BaseUnit base) {
    return new Unit(1, Map.of(base, 1.0));
  }

  /// Reads `nmol/L`, `1/day`, `nmol/(Mcell*day)`, `IU/kg`, `mg/m2`; see [UnitParser].
  ///
  /// @throws IllegalArgumentException naming the part that is not understood
  public static Unit parse(String text) {
    return new UnitParser(text).parse();
  }

  public Unit times(Unit other) {
    var sum = new EnumMap<BaseUnit, Double>(BaseUnit.class);
    sum.putAll(exponents);
    other.exponents.forEach((base, power) -> sum.merge(base, power, Double::sum));
    return new Unit(factor * other.factor, sum);
  }

  public Unit per(Unit other) {
    return times(other.power(-1));
  }

  public Unit power(double exponent) {
    var scaled = new EnumMap<BaseUnit, Double>(BaseUnit.class);
    exponents.forEach((base, power) -> scaled.put(base, power * exponent));
    return new Unit(Math.pow(factor, exponent), scaled);
  }

  public Unit scaled(double by) {
    return new Unit(factor * by, exponents);
  }

  /// Whether a number in one unit can be converted to the other.
  public boolean isCommensurableWith(Unit other) {
    return per(other).exponents.isEmpty();
  }

  /// Whether a number means the same in both units, to nine digits.
  public boolean isSameAs(Unit other) {
    return isCommensurableWith(other)
        && Math.abs(Math.log(factor / other.factor)) < FACTOR_TOLERANCE;
  }

  public boolean isDimensionless() {
    return exponents.isEmpty();
  }

  /// The number of `target` units in one of this unit.
  ///
  /// @throws IllegalArgumentException if the units are not commensurable
  public double in(Unit target) {
    if (!isCommensurableWith(target)) {
      throw new IllegalArgumentException("Unit " + this + " cannot be expressed in " + target);
    }
    return factor / target.factor;
  }

  /// In base units, for messages: `1.1574e-05 mol*s^-1`.
  @Override
  public String toString() {
    String powers =
        exponents.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey().symbol() + power(e))
            .collect(Collectors.joining("*"));
    if (powers.isEmpty()) {
      return Math.abs(factor - 1) < FACTOR_TOLERANCE ? "dimensionless" : "%.6g".formatted(factor);
    }
    return Math.abs(factor - 1) < FACTOR_TOLERANCE ? powers : "%.6g %s".formatted(factor, powers);
  }

  private static String power(Map.Entry<BaseUnit, Double> entry) {
    double p = entry.getValue();
    if (p == 1) {
      return "";
    }
    return p == Math.rint(p) ? "^" + (long) p : "^%.4g".formatted(p);
  }
}
