package org.cytotrial.model.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.UnitInference;

/// Whether the units of all formulas of a model agree with each other and with what the formulas
/// define.
///
/// A kinetic law is extent per time; the substance unit of each species it changes is the extent
/// unit times the unit of the species' conversion factor. Where the model's extent is
/// dimensionless, each reaction has the extent unit of the first species it changes, since cells
/// and drugs in one model count in different units. Parts without a declared unit are not judged.
public final class UnitCheck {
  /// One inconsistency.
  ///
  /// @param id of the reaction, rule variable, assigned symbol or event
  /// @param message a full sentence with the part of the formula and both units
  public record Problem(String id, String message) {}

  private final Model model;
  private final SymbolUnits units;
  private final Map<String, Species> species = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private UnitCheck(Model model) {
    this.model = model;
    this.units = SymbolUnits.of(model);
    model.species().forEach(s -> species.put(s.id(), s));
  }

  /// The inconsistencies in the order of the model; empty for a consistent one.
  public static List<Problem> check(Model model) {
    var check = new UnitCheck(model);
    model.reactions().forEach(check::reaction);
    model.rules().forEach(check::rule);
    model.initialAssignments().forEach(check::initialAssignment);
    model.events().forEach(check::event);
    return List.copyOf(check.problems);
  }

  private void reaction(Reaction reaction) {
    String what = "Reaction '" + reaction.id() + "'";
    Unit extent = extent(reaction);
    check(reaction.id(), what, reaction.kineticLaw(), Optional.of(extent.per(model.timeUnit())));
    changedBy(reaction).forEach(changed -> participant(reaction, what, extent, changed));
  }

  private Unit extent(Reaction reaction) {
    if (!model.extentUnit().isSameAs(Unit.DIMENSIONLESS)) {
      return model.extentUnit();
    }
    return changedBy(reaction)
        .flatMap(changed -> ownExtent(changed).stream())
        .findFirst()
        .orElse(model.extentUnit());
  }

  private Stream<Species> changedBy(Reaction reaction) {
    return Stream.concat(reaction.reactants().stream(), reaction.products().stream())
        .map(Reaction.Participant::species)
        .distinct()
        .flatMap(id -> Stream.ofNullable(species.get(id)))
        .filter(changed -> !changed.isBoundary() && changed.substanceUnit().isPresent());
  }

  private Optional<Unit> ownExtent(Species changed) {
    return changed
        .substanceUnit()
        .flatMap(substance -> conversion(changed).map(factor -> substance.per(factor)));
  }

  private Optional<Unit> conversion(Species changed) {
    return changed.conversionFactor().isEmpty()
        ? Optional.of(Unit.DIMENSIONLESS)
        : units.of(changed.conversionFactor().get());
  }

  private void participant(Reaction reaction, String what, Unit extent, Species changed) {
    Optional<Unit> factor = conversion(changed);
    if (factor.isEmpty()) {
      return;
    }
    String id = changed.id();
    Unit made = extent.times(factor.get());
    Unit substance = changed.substanceUnit().orElseThrow();
    if (!made.isSameAs(substance)) {
      report(
          reaction.id(),
          "%s changes species '%s' in [%s], but its amount is in [%s]. Maybe it needs a conversion factor."
              .formatted(what, id, made, substance));
    }
  }

  private void rule(Rule rule) {
    switch (rule) {
      case Rule.Assignment(var id, var formula) ->
          check(id, "Rule for '" + id + "'", formula, units.of(id));
      case Rule.Rate(var id, var formula) ->
          check(
              id,
              "Rate rule for '" + id + "'",
              formula,
              units.of(id).map(u -> u.per(model.timeUnit())));
    }
  }

  private void initialAssignment(InitialAssignment assignment) {
    String id = assignment.symbol();
    check(id, "Initial assignment to '" + id + "'", assignment.formula(), units.of(id));
  }

  private void event(Event event) {
    String what = "Event '" + event.id() + "'";
    check(event.id(), what + ", trigger", event.trigger(), Optional.empty());
    Optional<Unit> time = Optional.of(model.timeUnit());
    event.delay().ifPresent(delay -> check(event.id(), what + ", delay", delay, time));
    event
        .priority()
        .ifPresent(priority -> check(event.id(), what + ", priority", priority, Optional.empty()));
    for (Event.Change change : event.changes()) {
      String target = what + ", change of '" + change.variable() + "'";
      check(event.id(), target, change.formula(), units.of(change.variable()));
    }
  }

  private void check(String id, String what, Expression formula, Optional<Unit> wanted) {
    var inference =
        new UnitInference(
            units::of, model.timeUnit(), sentence -> report(id, what + ": " + sentence + "."));
    Optional<Unit> found = inference.of(formula);
    if (wanted.isPresent()
        && found.isPresent()
        && !UnitInference.fitsAnyUnit(formula)
        && !found.get().isSameAs(wanted.get())) {
      report(
          id,
          "%s: its formula is in [%s] but must be in [%s]."
              .formatted(what, found.get(), wanted.get()));
    }
  }

  private void report(String id, String message) {
    problems.add(new Problem(id, message));
  }
}
