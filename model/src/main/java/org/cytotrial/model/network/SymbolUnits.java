package org.cytotrial.model.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.UnitInference;

/// What unit each symbol of a model has in its formulas. A variable without a declared unit takes
/// the unit of its assignment rule.
public final class SymbolUnits {
  private final Unit timeUnit;
  private final Map<String, Expression> rules = new HashMap<>();
  private final Map<String, Optional<Unit>> units = new HashMap<>();

  private SymbolUnits(Unit timeUnit) {
    this.timeUnit = timeUnit;
  }

  public static SymbolUnits of(Model model) {
    var found = new SymbolUnits(model.timeUnit());
    model.compartments().forEach(c -> found.declare(c.id(), c.unit()));
    model.species().forEach(s -> found.declare(s.id(), found.unit(s)));
    model.parameters().forEach(p -> found.declare(p.id(), p.unit()));
    Optional<Unit> rate =
        Optional.of(model.extentUnit().per(model.timeUnit()))
            .filter(_ -> !model.extentUnit().isSameAs(Unit.DIMENSIONLESS)); // else each has its own
    model.reactions().forEach(r -> found.declare(r.id(), rate));
    for (Rule rule : model.rules()) {
      if (rule instanceof Rule.Assignment(var variable, var formula)) {
        found.rules.put(variable, formula);
      }
    }
    found.rules.keySet().forEach(found::of);
    return found;
  }

  /// The unit of a symbol, empty where the model declares none and none can be inferred.
  public Optional<Unit> of(String id) {
    Optional<Unit> known = units.get(id);
    if (known != null) {
      return known;
    }
    Expression formula = rules.get(id);
    if (formula == null) {
      return Optional.empty();
    }
    units.put(id, Optional.empty()); // ends a cycle of rules
    Optional<Unit> inferred = new UnitInference(this::of, timeUnit, _ -> {}).of(formula);
    units.put(id, inferred);
    return inferred;
  }

  private void declare(String id, Optional<Unit> unit) {
    if (unit.isPresent()) {
      units.put(id, unit);
    }
  }

  private Optional<Unit> unit(Species species) {
    if (species.substanceOnly()) {
      return species.substanceUnit();
    }
    Optional<Unit> size = of(species.compartment());
    return species.substanceUnit().flatMap(amount -> size.map(amount::per));
  }
}
