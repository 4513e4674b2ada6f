package org.cytotrial.model.network;

import static org.cytotrial.domain.quantity.BaseUnit.AMPERE;
import static org.cytotrial.domain.quantity.BaseUnit.CANDELA;
import static org.cytotrial.domain.quantity.BaseUnit.ITEM;
import static org.cytotrial.domain.quantity.BaseUnit.KELVIN;
import static org.cytotrial.domain.quantity.BaseUnit.KILOGRAM;
import static org.cytotrial.domain.quantity.BaseUnit.METRE;
import static org.cytotrial.domain.quantity.BaseUnit.MOLE;
import static org.cytotrial.domain.quantity.BaseUnit.SECOND;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;

/// The base kinds of SBML units (L3V2 Table 2), which Antimony knows by the same names.
public final class UnitKind {
  /// Avogadro's number as SBML Level 3 Version 1 and 2 fix it (CODATA 2006).
  public static final double AVOGADRO = 6.02214179e23;

  private static final Map<String, Unit> KINDS = kinds();

  private UnitKind() {}

  /// The unit of a kind; empty if there is none of that name.
  public static Optional<Unit> named(String kind) {
    return Optional.ofNullable(KINDS.get(kind));
  }

  private static Map<String, Unit> kinds() {
    Unit one = Unit.DIMENSIONLESS;
    Unit second = Unit.of(SECOND);
    Unit metre = Unit.of(METRE);
    Unit kilogram = Unit.of(KILOGRAM);
    Unit ampere = Unit.of(AMPERE);
    Unit candela = Unit.of(CANDELA);
    Unit newton = kilogram.times(metre).per(second.power(2));
    Unit joule = newton.times(metre);
    Unit coulomb = ampere.times(second);
    Unit volt = joule.per(coulomb);
    Unit weber = volt.times(second);
    Unit perSecond = second.power(-1);
    Unit gray = joule.per(kilogram);
    Unit litre = metre.power(3).scaled(1e-3);
    var kinds = new HashMap<String, Unit>();
    kinds.put("ampere", ampere);
    kinds.put("avogadro", one.scaled(AVOGADRO));
    kinds.put("becquerel", perSecond);
    kinds.put("candela", candela);
    kinds.put("coulomb", coulomb);
    kinds.put("dimensionless", one);
    kinds.put("farad", coulomb.per(volt));
    kinds.put("gram", kilogram.scaled(1e-3));
    kinds.put("gray", gray);
    kinds.put("henry", weber.per(ampere));
    kinds.put("hertz", perSecond);
    kinds.put("item", Unit.of(ITEM));
    kinds.put("joule", joule);
    kinds.put("katal", Unit.of(MOLE).per(second));
    kinds.put("kelvin", Unit.of(KELVIN));
    kinds.put("kilogram", kilogram);
    kinds.put("liter", litre);
    kinds.put("litre", litre);
    kinds.put("lumen", candela);
    kinds.put("lux", candela.per(metre.power(2)));
    kinds.put("meter", metre);
    kinds.put("metre", metre);
    kinds.put("mole", Unit.of(MOLE));
    kinds.put("newton", newton);
    kinds.put("ohm", volt.per(ampere));
    kinds.put("pascal", newton.per(metre.power(2)));
    kinds.put("radian", one);
    kinds.put("second", second);
    kinds.put("siemens", ampere.per(volt));
    kinds.put("sievert", gray);
    kinds.put("steradian", one);
    kinds.put("tesla", weber.per(metre.power(2)));
    kinds.put("volt", volt);
    kinds.put("watt", joule.per(second));
    kinds.put("weber", weber);
    return Map.copyOf(kinds);
  }
}
