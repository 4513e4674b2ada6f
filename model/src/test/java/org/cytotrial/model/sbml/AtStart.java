package org.cytotrial.model.sbml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cytotrial.model.expression.Evaluator;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;

/// The values of a model's symbols at time 0, looked up on demand. Slow and obvious.
final class AtStart {
  private final Map<String, Expression> formulas = new HashMap<>();
  private final Map<String, Double> values = new HashMap<>();
  private final Map<String, Species> species = new HashMap<>();
  private final Set<String> inProgress = new HashSet<>();

  AtStart(Model model) {
    model.initialAssignments().forEach(a -> formulas.put(a.symbol(), a.formula()));
    for (Rule rule : model.rules()) {
      if (rule instanceof Rule.Assignment(var variable, var formula)) {
        formulas.put(variable, formula);
      }
    }
    model.compartments().forEach(c -> values.put(c.id(), c.size()));
    model.parameters().forEach(p -> values.put(p.id(), p.value()));
    model.species().forEach(s -> species.put(s.id(), s));
  }

  double value(Expression expression) {
    return new Evaluator(0, this::symbol).value(expression);
  }

  double symbol(String id) {
    Expression formula = formulas.get(id);
    if (formula != null) {
      if (!inProgress.add(id)) {
        throw new IllegalStateException("'" + id + "' depends on itself");
      }
      double value = value(formula);
      inProgress.remove(id);
      return value;
    }
    Species s = species.get(id);
    if (s == null) {
      Double value = values.get(id);
      if (value == null) {
        throw new IllegalStateException("'" + id + "' is not defined");
      }
      return value;
    }
    if (s.initialIsAmount() == s.substanceOnly()) {
      return s.initial();
    }
    double size = symbol(s.compartment());
    return s.initialIsAmount() ? s.initial() / size : s.initial() * size;
  }
}
