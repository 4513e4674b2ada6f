package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Reaction.Participant;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;

/// A model as ordinary differential equations: what changes, what stays, and what follows from
/// them.
///
/// A species that reactions change is held as an amount. Where its id means a concentration, the id
/// becomes a definition, amount over compartment size, and the state is called `amount(id)`.
///
/// @param states ids in the order of the state vector
/// @param derivatives by state, per time unit of the model
/// @param parameters ids of everything that the equations do not change, in the order of the
///   parameter vector
/// @param definitions assignment rules, kinetic laws (under their reaction's id) and concentrations
/// @param initial formulas for values at time 0, by state or parameter
/// @param values numbers at time 0 by state or parameter where there is no formula
public record Equations(
    List<String> states,
    Map<String, Expression> derivatives,
    List<String> parameters,
    Map<String, Expression> definitions,
    Map<String, Expression> initial,
    Map<String, Double> values) {

  public static Equations of(Model model) {
    return new Builder(model).build();
  }

  /// The state that holds the amount of a species whose id means its concentration.
  public static String amountOf(String species) {
    return "amount(" + species + ")";
  }

  private static final class Builder {
    private final Model model;
    private final Map<String, Expression> derivatives = new LinkedHashMap<>();
    private final List<String> parameters = new ArrayList<>();
    private final Map<String, Expression> definitions = new LinkedHashMap<>();
    private final Map<String, Expression> initial = new LinkedHashMap<>();
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Expression> assignments = new HashMap<>();
    private final Map<String, Expression> rates = new HashMap<>();

    private Builder(Model model) {
      this.model = model;
    }

    private Equations build() {
      sortRules();
      model.compartments().forEach(this::addCompartment);
      model.species().forEach(this::addSpecies);
      model.parameters().forEach(this::addParameter);
      model.reactions().forEach(r -> definitions.put(r.id(), r.kineticLaw()));
      model.reactions().forEach(this::addFluxes);
      return new Equations(
          List.copyOf(derivatives.keySet()), derivatives, parameters, definitions, initial, values);
    }

    private void sortRules() {
      for (Rule rule : model.rules()) {
        switch (rule) {
          case Rule.Assignment(var id, var formula) -> assignments.put(id, formula);
          case Rule.Rate(var id, var formula) -> rates.put(id, formula);
        }
      }
      for (InitialAssignment assignment : model.initialAssignments()) {
        initial.put(assignment.symbol(), assignment.formula());
      }
    }

    private void addCompartment(Compartment compartment) {
      place(compartment.id(), compartment.size());
    }

    private void addParameter(Parameter parameter) {
      place(parameter.id(), parameter.value());
    }

    private void place(String id, double value) {
      if (assignments.containsKey(id)) {
        definitions.put(id, assignments.get(id));
        return;
      }
      values.put(id, value);
      if (rates.containsKey(id)) {
        derivatives.put(id, rates.get(id));
      } else {
        parameters.add(id);
      }
    }

    private void addSpecies(Species species) {
      String id = species.id();
      boolean reacts = !species.isBoundary() && !rates.containsKey(id) && takesPart(id);
      if (assignments.containsKey(id) || !reacts) {
        place(id, Double.NaN);
        start(species, id, species.substanceOnly());
      } else if (species.substanceOnly()) {
        derivatives.put(id, Expression.Constant.ZERO);
        start(species, id, true);
      } else {
        addConcentration(species);
      }
    }

    private void addConcentration(Species species) {
      String state = amountOf(species.id());
      Expression size = Expression.symbol(species.compartment());
      derivatives.put(state, Expression.Constant.ZERO);
      definitions.put(species.id(), Expression.symbol(state).over(size));
      Expression concentration = initial.remove(species.id());
      if (concentration != null) {
        initial.put(state, concentration.times(size));
      }
      start(species, state, true);
    }

    /// Gives `holder` its start, an amount or a concentration; by formula where the size of the
    /// compartment is one.
    private void start(Species species, String holder, boolean asAmount) {
      if (initial.containsKey(holder) || definitions.containsKey(holder)) {
        return;
      }
      values.put(holder, species.initial());
      if (species.initialIsAmount() != asAmount && !Double.isNaN(species.initial())) {
        Expression size = Expression.symbol(species.compartment());
        Expression value = Expression.constant(species.initial());
        initial.put(holder, asAmount ? value.times(size) : value.over(size));
      }
    }

    private boolean takesPart(String species) {
      return model.reactions().stream()
          .anyMatch(r -> names(r.reactants(), species) || names(r.products(), species));
    }

    private static boolean names(List<Participant> participants, String species) {
      return participants.stream().anyMatch(p -> p.species().equals(species));
    }

    private void addFluxes(Reaction reaction) {
      reaction.reactants().forEach(p -> addFlux(reaction, p, -p.stoichiometry()));
      reaction.products().forEach(p -> addFlux(reaction, p, p.stoichiometry()));
    }

    private void addFlux(Reaction reaction, Participant participant, double stoichiometry) {
      String state =
          derivatives.containsKey(participant.species())
              ? participant.species()
              : amountOf(participant.species());
      Expression sum = derivatives.get(state);
      if (sum == null || rates.containsKey(participant.species())) {
        return;
      }
      Expression flux = Expression.symbol(reaction.id());
      var factor =
          model.species().stream()
              .filter(s -> s.id().equals(participant.species()))
              .flatMap(s -> s.conversionFactor().stream())
              .findFirst();
      if (factor.isPresent()) {
        flux = flux.times(Expression.symbol(factor.get()));
      }
      Expression part = flux.times(Expression.constant(Math.abs(stoichiometry)));
      derivatives.put(state, stoichiometry < 0 ? sum.minus(part) : sum.plus(part));
    }
  }
}
