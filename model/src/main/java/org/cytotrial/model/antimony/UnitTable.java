package org.cytotrial.model.antimony;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.antimony.UnitFormula.UnitFormulaException;
import org.cytotrial.model.network.UnitKind;

/// The units that a model defines, on top of those that every model knows. Definitions may stand in
/// any order.
final class UnitTable {
  private final Draft draft;
  private final Map<String, Unit> units = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  UnitTable(Draft draft) {
    this.draft = draft;
    draft.units.keySet().forEach(this::named);
  }

  /// The unit called `name`, empty where nothing defines it.
  Optional<Unit> named(String name) {
    Unit known = units.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Passage definition = draft.units.get(name);
    if (definition == null) {
      return UnitKind.named(name);
    }
    if (!open.add(name)) {
      draft.problem(definition, "Unit '" + name + "' is defined by itself.");
      return Optional.of(Unit.DIMENSIONLESS);
    }
    Unit unit = read(definition);
    units.put(name, unit);
    return Optional.of(unit);
  }

  /// The unit that `use` names, or empty after the problem is noted.
  Optional<Unit> of(Passage use) {
    Optional<Unit> unit = named(use.text());
    if (unit.isEmpty()) {
      draft.problem(
          use,
          "Unit '%s' is not known. Maybe define it: 'unit %s = …'."
              .formatted(use.text(), use.text()));
    }
    return unit;
  }

  private Unit read(Passage definition) {
    try {
      return UnitFormula.read(definition, this::named);
    } catch (UnitFormulaException e) {
      draft.problems.add(e.problem());
      return Unit.DIMENSIONLESS;
    }
  }
}
