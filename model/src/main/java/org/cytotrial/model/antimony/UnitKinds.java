package org.cytotrial.model.antimony;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.cytotrial.domain.quantity.BaseUnit;
import org.cytotrial.domain.quantity.Unit;

/// The unit names that every Antimony model knows: the base kinds of SBML L3V2, table 2.
final class UnitKinds {
  private static final Unit SECOND = Unit.of(BaseUnit.SECOND);
  private static final Unit METRE = Unit.of(BaseUnit.METRE);
  private static final Unit KILOGRAM = Unit.of(BaseUnit.KILOGRAM);
  private static final Unit MOLE = Unit.of(BaseUnit.MOLE);
  private static final Unit NEWTON = KILOGRAM.times(METRE).per(SECOND.power(2));
  private static final Unit JOULE = NEWTON.times(METRE);
  private static final Unit AMPERE = Unit.of(BaseUnit.AMPERE);
  private static final Unit CANDELA = Unit.of(BaseUnit.CANDELA);
  private static final Unit VOLT = JOULE.per(SECOND).per(AMPERE);
  private static final Unit WEBER = VOLT.times(SECOND);

  private static final Map<String, Unit> KINDS =
      Map.ofEntries(
          entry("ampere", AMPERE),
          entry("avogadro", Unit.DIMENSIONLESS.scaled(6.02214179e23)),
          entry("becquerel", SECOND.power(-1)),
          entry("candela", CANDELA),
          entry("coulomb", AMPERE.times(SECOND)),
          entry("dimensionless", Unit.DIMENSIONLESS),
          entry("farad", AMPERE.times(SECOND).per(VOLT)),
          entry("gram", KILOGRAM.scaled(1e-3)),
          entry("gray", JOULE.per(KILOGRAM)),
          entry("henry", WEBER.per(AMPERE)),
          entry("hertz", SECOND.power(-1)),
          entry("item", Unit.of(BaseUnit.ITEM)),
          entry("joule", JOULE),
          entry("katal", MOLE.per(SECOND)),
          entry("kelvin", Unit.of(BaseUnit.KELVIN)),
          entry("kilogram", KILOGRAM),
          entry("litre", METRE.power(3).scaled(1e-3)),
          entry("liter", METRE.power(3).scaled(1e-3)),
          entry("lumen", CANDELA),
          entry("lux", CANDELA.per(METRE.power(2))),
          entry("metre", METRE),
          entry("meter", METRE),
          entry("mole", MOLE),
          entry("newton", NEWTON),
          entry("ohm", VOLT.per(AMPERE)),
          entry("pascal", NEWTON.per(METRE.power(2))),
          entry("radian", Unit.DIMENSIONLESS),
          entry("second", SECOND),
          entry("siemens", AMPERE.per(VOLT)),
          entry("sievert", JOULE.per(KILOGRAM)),
          entry("steradian", Unit.DIMENSIONLESS),
          entry("tesla", WEBER.per(METRE.power(2))),
          entry("volt", VOLT),
          entry("watt", JOULE.per(SECOND)),
          entry("weber", WEBER));

  private UnitKinds() {}

  static Optional<Unit> named(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }
}
