package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Reaction.Participant;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;

/// The species that a kinetic law reads, also by way of assignment rules, without being its
/// reactants or products.
final class Modifiers {
  private final List<String> species;
  private final Map<String, Expression> rules = new HashMap<>();

  Modifiers(Model model) {
    species = model.species().stream().map(Species::id).toList();
    for (Rule rule : model.rules()) {
      if (rule instanceof Rule.Assignment(var variable, var formula)) {
        rules.put(variable, formula);
      }
    }
  }

  /// Their ids, in the order of the model's species.
  List<String> of(Reaction reaction) {
    Set<String> reached = new HashSet<>();
    reach(reaction.kineticLaw(), reached);
    Stream.of(reaction.reactants(), reaction.products())
        .flatMap(List::stream)
        .map(Participant::species)
        .forEach(reached::remove);
    return species.stream().filter(reached::contains).toList();
  }

  private void reach(Expression formula, Set<String> reached) {
    var next = new ArrayList<Expression>();
    formula.forEachSymbol(id -> {
      if (reached.add(id) && rules.containsKey(id)) {
        next.add(rules.get(id));
      }
    });
    next.forEach(f -> reach(f, reached));
  }
}
