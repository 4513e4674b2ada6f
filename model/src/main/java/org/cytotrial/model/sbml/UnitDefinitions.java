package org.cytotrial.model.sbml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.network.UnitKind;

/// The units that a file may name: its own definitions, the base kinds, and in Level 2 the five
/// predefined ones.
///
/// Units change no number, so what is wrong with them is a warning and leaves a quantity without a
/// unit.
final class UnitDefinitions {
  private final Problems problems;
  private final Attributes attributes;
  private final Map<String, Optional<Unit>> defined = new HashMap<>();

  UnitDefinitions(XmlElement model, boolean isLevel2, Problems problems) {
    this.problems = problems;
    this.attributes = new Attributes(problems);
    if (isLevel2) {
      defined.put("substance", UnitKind.named("mole"));
      defined.put("volume", UnitKind.named("litre"));
      defined.put("area", UnitKind.named("metre").map(m -> m.power(2)));
      defined.put("length", UnitKind.named("metre"));
      defined.put("time", UnitKind.named("second"));
    }
    for (XmlElement definition : model.list("listOfUnitDefinitions")) {
      defined.put(attributes.required(definition, "id"), product(definition));
    }
  }

  /// The unit that an attribute of `element` names; empty if it names none.
  Optional<Unit> of(XmlElement element, String attribute) {
    return element.attribute(attribute).flatMap(id -> named(element, id));
  }

  Optional<Unit> named(XmlElement element, String id) {
    Optional<Unit> known = defined.get(id);
    if (known != null) {
      return known;
    }
    Optional<Unit> kind = UnitKind.named(id);
    if (kind.isEmpty()) {
      problems.warn(element, "Unit '%s' is not defined and is ignored.".formatted(id));
    }
    return kind;
  }

  private Optional<Unit> product(XmlElement definition) {
    Unit product = Unit.DIMENSIONLESS;
    var parts = definition.list("listOfUnits");
    for (XmlElement part : parts) {
      Optional<Unit> unit = part(part);
      if (unit.isEmpty()) {
        return Optional.empty();
      }
      product = product.times(unit.get());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(product);
  }

  /// `(multiplier * 10^scale * kind)^exponent`.
  private Optional<Unit> part(XmlElement part) {
    String kind = attributes.required(part, "kind");
    Optional<Unit> base = UnitKind.named(kind);
    if (base.isEmpty() || attributes.number(part, "offset").orElse(0) != 0) {
      problems.warn(
          part,
          "Unit kind '%s'%s is not known and is ignored."
              .formatted(kind, base.isEmpty() ? "" : " with an offset"));
      return Optional.empty();
    }
    double multiplier = attributes.number(part, "multiplier").orElse(1);
    double scale = attributes.number(part, "scale").orElse(0);
    double exponent = attributes.number(part, "exponent").orElse(1);
    try {
      double factor = multiplier * Math.pow(10, scale);
      return Optional.of(base.get().scaled(factor).power(exponent));
    } catch (IllegalArgumentException e) {
      problems.warn(part, "This unit is ignored: " + e.getMessage() + ".");
      return Optional.empty();
    }
  }
}
