package org.cytotrial.model.sbml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.domain.quantity.BaseUnit;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.network.UnitKind;
import org.cytotrial.model.sbml.XmlText.Tag;

/// The names under which a file knows the units of a model: the base kinds, and definitions for all
/// others.
///
/// SBML has no unit of biological activity: international units become `item`.
final class UnitNames {
  private static final List<String> KINDS =
      List.of(
          "second",
          "metre",
          "kilogram",
          "mole",
          "item",
          "litre",
          "gram",
          "dimensionless",
          "kelvin",
          "ampere",
          "candela");

  private final Map<Unit, String> names = new LinkedHashMap<>();

  /// The name of a unit; a new one gets a definition.
  String of(Unit unit) {
    Unit known = withoutActivity(unit);
    return kind(known)
        .orElseGet(() -> names.computeIfAbsent(known, _ -> "unit_" + (names.size() + 1)));
  }

  /// Adds the attribute for a unit, if there is one.
  Tag tell(Tag tag, String attribute, Optional<Unit> unit) {
    return unit.isPresent() ? tag.with(attribute, of(unit.get())) : tag;
  }

  /// Writes the definitions that the names given so far need.
  void writeDefinitions(XmlText xml) {
    if (names.isEmpty()) {
      return;
    }
    xml.start("listOfUnitDefinitions");
    names.forEach((unit, id) -> {
      xml.start(Tag.of("unitDefinition").with("id", id).with("name", unit.toString()));
      xml.start("listOfUnits");
      if (unit.factor() != 1 || unit.isDimensionless()) {
        part(xml, "dimensionless", 1, unit.factor());
      }
      for (BaseUnit base : BaseUnit.values()) {
        Double power = unit.exponents().get(base);
        if (power != null) {
          part(xml, kind(Unit.of(base)).orElseThrow(), power, 1);
        }
      }
      xml.end();
      xml.end();
    });
    xml.end();
  }

  private static void part(XmlText xml, String kind, double exponent, double multiplier) {
    xml.empty(
        Tag.of("unit")
            .with("kind", kind)
            .with("exponent", exponent)
            .with("scale", 0)
            .with("multiplier", multiplier));
  }

  /// The spatial dimensions of a compartment with this unit; empty where the unit does not tell.
  static Optional<String> dimensions(Optional<Unit> unit) {
    for (int d = 1; d <= 3; d++) {
      Unit size = Unit.of(BaseUnit.METRE).power(d);
      if (unit.isPresent() && unit.get().isCommensurableWith(size)) {
        return Optional.of(Integer.toString(d));
      }
    }
    return unit.isEmpty() ? Optional.of("3") : Optional.empty();
  }

  private static Optional<String> kind(Unit unit) {
    return KINDS.stream()
        .filter(k -> UnitKind.named(k).filter(unit::equals).isPresent())
        .findFirst();
  }

  private static Unit withoutActivity(Unit unit) {
    Double power = unit.exponents().get(BaseUnit.INTERNATIONAL_UNIT);
    if (power == null) {
      return unit;
    }
    Unit activity = Unit.of(BaseUnit.INTERNATIONAL_UNIT).power(power);
    return unit.per(activity).times(Unit.of(BaseUnit.ITEM).power(power));
  }
}
