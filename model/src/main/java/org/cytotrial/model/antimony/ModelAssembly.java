package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cytotrial.domain.quantity.BaseUnit;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.antimony.Draft.DraftEvent;
import org.cytotrial.model.antimony.Draft.DraftReaction;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;

/// Turns a [Draft] into a model: decides what each symbol is, looks up units, reads formulas.
final class ModelAssembly {
  private static final String DEFAULT_COMPARTMENT = "default_compartment";

  private final Draft draft;
  private final UnitTable units;
  private final FormulaReader formulas;
  private final Set<String> changed = new HashSet<>();
  private final Map<String, InitialAssignment> initialAssignments = new HashMap<>();
  private final List<Compartment> compartments = new ArrayList<>();
  private final List<Species> species = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();

  ModelAssembly(Draft draft) {
    this.draft = draft;
    this.units = new UnitTable(draft);
    this.formulas = new FormulaReader(draft);
  }

  Model model() {
    List<Event> events = new ArrayList<>();
    draft.events.forEach((id, event) -> events.add(event(id, event)));
    List<Rule> rules = rules();
    for (DraftSymbol symbol : List.copyOf(draft.symbols.values())) {
      if (symbol.isCompartment && symbol.isSpecies) {
        draft.problem(
            symbol.place, "'" + symbol.id + "' is used both as a species and as a compartment.");
      } else if (symbol.isCompartment) {
        compartments.add(compartment(symbol));
      } else if (symbol.isSpecies) {
        species.add(species(symbol));
      } else {
        parameters.add(parameter(symbol));
      }
    }
    List<Reaction> reactions = new ArrayList<>();
    draft.reactions.forEach((id, reaction) -> reactions.add(reaction(id, reaction)));
    return new Model(
        draft.modelId,
        units.named("time_unit").orElse(Unit.of(BaseUnit.SECOND)),
        units.named("extent").or(() -> units.named("substance")).orElse(Unit.DIMENSIONLESS),
        compartments,
        species,
        parameters,
        reactions,
        rules,
        initialAssignments(),
        events);
  }

  private List<InitialAssignment> initialAssignments() {
    return draft.initialised.stream()
        .flatMap(symbol -> Stream.ofNullable(initialAssignments.get(symbol.id)))
        .toList();
  }

  private List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    for (DraftSymbol symbol : draft.ruled) {
      symbol.assignmentRule.ifPresent(
          formula -> rules.add(new Rule.Assignment(symbol.id, formulas.read(formula))));
      symbol.rateRule.ifPresent(
          formula -> rules.add(new Rule.Rate(symbol.id, formulas.read(formula))));
      changed.add(symbol.id);
      if (symbol.assignmentRule.isPresent()
          && (symbol.rateRule.isPresent() || symbol.initial.isPresent())) {
        draft.problem(
            symbol.assignmentRule.get(),
            "'" + symbol.id + "' has a rule ':=', so it can have no '=' and no rate rule.");
      }
    }
    return rules;
  }

  private Compartment compartment(DraftSymbol symbol) {
    InitialValue size = initial(symbol);
    Optional<Unit> unit = unit(symbol, size, "volume");
    return new Compartment(symbol.id, value(symbol, size), unit, isConstant(symbol));
  }

  private Parameter parameter(DraftSymbol symbol) {
    if (draft.reactions.containsKey(symbol.id)) {
      draft.problem(symbol.place, "'" + symbol.id + "' is also the name of a reaction.");
    }
    InitialValue value = initial(symbol);
    return new Parameter(
        symbol.id, value(symbol, value), unit(symbol, value, ""), isConstant(symbol));
  }

  private Species species(DraftSymbol symbol) {
    String compartment = symbol.compartment.map(Passage::text).orElse(DEFAULT_COMPARTMENT);
    if (symbol.compartment.isEmpty()
        && compartments.stream().noneMatch(c -> c.id().equals(compartment))) {
      compartments.add(new Compartment(compartment, 1, Optional.empty(), true));
    }
    InitialValue initial = initial(symbol);
    boolean byCompartment =
        initial
            .byCompartment()
            .filter(by ->
                by.compartment().equals(compartment) && by.divides() != symbol.isSubstanceOnly)
            .isPresent();
    boolean constant = symbol.isConstant.orElse(false);
    return new Species(
        symbol.id,
        compartment,
        byCompartment ? initial.value() : value(symbol, initial),
        symbol.isSubstanceOnly != byCompartment,
        symbol.isSubstanceOnly,
        unit(symbol, initial, "substance"),
        symbol.isBoundary || constant,
        constant,
        Optional.empty());
  }

  private InitialValue initial(DraftSymbol symbol) {
    if (symbol.initial.isEmpty() && symbol.assignmentRule.isEmpty()) {
      draft.problem(
          symbol.place, "'%s' has no value. Maybe '%s = 0'.".formatted(symbol.id, symbol.id));
    }
    return symbol
        .initial
        .map(InitialValue::read)
        .orElse(new InitialValue(Double.NaN, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /// The number, or NaN after an initial assignment is noted for the formula.
  private double value(DraftSymbol symbol, InitialValue initial) {
    if (initial.formula().isEmpty()) {
      return initial.value();
    }
    initialAssignments.put(
        symbol.id, new InitialAssignment(symbol.id, formulas.read(initial.formula().get())));
    return Double.NaN;
  }

  private Optional<Unit> unit(DraftSymbol symbol, InitialValue initial, String fallback) {
    Optional<Unit> stated = initial.unit().flatMap(units::of);
    Optional<Unit> declared = symbol.unit.flatMap(units::of);
    if (stated.isPresent() && declared.isPresent() && !stated.get().isSameAs(declared.get())) {
      draft.problem(
          symbol.unit.orElse(symbol.place),
          "'%s' has two units: [%s] and [%s].".formatted(symbol.id, declared.get(), stated.get()));
    }
    Optional<Unit> found = stated.or(() -> declared);
    return found.isEmpty() && draft.units.containsKey(fallback) ? units.named(fallback) : found;
  }

  private boolean isConstant(DraftSymbol symbol) {
    if (changed.contains(symbol.id) && symbol.isConstant.orElse(false)) {
      draft.problem(
          symbol.place, "'" + symbol.id + "' is const, but a rule or an event changes it.");
    }
    return symbol.isConstant.orElse(!changed.contains(symbol.id));
  }

  private Reaction reaction(String id, DraftReaction reaction) {
    return new Reaction(
        id,
        reaction.reactants().stream().map(ModelAssembly::participant).toList(),
        reaction.products().stream().map(ModelAssembly::participant).toList(),
        formulas.read(reaction.rate()),
        reaction.isReversible());
  }

  private static Reaction.Participant participant(Draft.Participant participant) {
    return new Reaction.Participant(participant.species().id, participant.stoichiometry());
  }

  private Event event(String id, DraftEvent event) {
    var changes = new ArrayList<Event.Change>();
    for (Draft.DraftChange change : event.changes()) {
      String variable = change.variable().text();
      DraftSymbol target = draft.symbols.get(variable);
      if (target == null || target.assignmentRule.isPresent()) {
        draft.problem(
            change.variable(),
            target == null
                ? "'" + variable + "' is not defined, so event '" + id + "' cannot change it."
                : "'"
                    + variable
                    + "' follows a rule ':=', so event '"
                    + id
                    + "' cannot change it.");
      }
      changed.add(variable);
      changes.add(new Event.Change(variable, formulas.read(change.formula())));
    }
    Map<String, Passage> options = event.options();
    return new Event(
        id,
        formulas.read(event.trigger()),
        truth(options, "t0"),
        truth(options, "persistent"),
        truth(options, "fromTrigger"),
        event.delay().map(formulas::read),
        Optional.ofNullable(options.get("priority")).map(formulas::read),
        changes);
  }

  private boolean truth(Map<String, Passage> options, String name) {
    Passage passage = options.get(name);
    if (passage != null && !passage.text().equals("true") && !passage.text().equals("false")) {
      draft.problem(passage, "'" + name + "' must be true or false, not '" + passage.text() + "'.");
    }
    return passage == null || !passage.text().equals("false");
  }
}
