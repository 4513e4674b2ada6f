package org.cytotrial.model.sbml;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.UnitInference;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Reaction.Participant;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;
import org.cytotrial.model.network.SymbolUnits;
import org.cytotrial.model.network.UnitCheck;
import org.cytotrial.model.sbml.XmlText.Tag;

/// Writes a [Model] as SBML Level 3 Version 2 Core. The same model gives the same text, and
/// [SbmlReader] reads an equal model from it, except that international units become `item`.
public final class SbmlWriter {
  private static final String NAMESPACE = "http://www.sbml.org/sbml/level3/version2/core";

  private final Model model;
  private final XmlText xml = new XmlText(2);
  private final UnitNames names = new UnitNames();
  private final SymbolUnits units;
  private final MathmlWriter math;
  private final Modifiers modifiers;

  private SbmlWriter(Model model) {
    this.model = model;
    this.units = SymbolUnits.of(model);
    // literals of a model with mixed units may stand for anything, so nothing is claimed of them
    boolean agree = UnitCheck.check(model).isEmpty();
    var literals =
        new LiteralUnits(names, new UnitInference(units::of, model.timeUnit(), _ -> {}), agree);
    this.math = new MathmlWriter(xml, literals);
    this.modifiers = new Modifiers(model);
  }

  /// The text of the SBML document.
  public static String write(Model model) {
    return new SbmlWriter(model).document();
  }

  private String document() {
    XmlText document = XmlText.document();
    document.start(
        Tag.of("sbml")
            .with("xmlns", NAMESPACE)
            .with("xmlns:sbml", NAMESPACE)
            .with("level", "3")
            .with("version", "2"));
    document.start(
        Tag.of("model")
            .with("id", model.id())
            .with("timeUnits", names.of(model.timeUnit()))
            .with("extentUnits", names.of(model.extentUnit())));
    content();
    names.writeDefinitions(document);
    document.add(xml);
    document.end();
    document.end();
    return document.toString();
  }

  private void content() {
    list("listOfCompartments", model.compartments(), this::compartment);
    list("listOfSpecies", model.species(), this::species);
    list("listOfParameters", model.parameters(), this::parameter);
    list("listOfInitialAssignments", model.initialAssignments(), this::initialAssignment);
    list("listOfRules", model.rules(), this::rule);
    list("listOfReactions", model.reactions(), this::reaction);
    list("listOfEvents", model.events(), this::event);
  }

  private <T> void list(String name, List<T> elements, Consumer<T> writer) {
    if (!elements.isEmpty()) {
      xml.start(name);
      elements.forEach(writer);
      xml.end();
    }
  }

  private void compartment(Compartment c) {
    Tag tag = Tag.of("compartment").with("id", c.id());
    UnitNames.dimensions(c.unit()).ifPresent(d -> tag.with("spatialDimensions", d));
    tag.with("size", c.size());
    xml.empty(names.tell(tag, "units", c.unit()).with("constant", c.isConstant()));
  }

  private void species(Species s) {
    Tag tag = Tag.of("species").with("id", s.id()).with("compartment", s.compartment());
    tag.with(s.initialIsAmount() ? "initialAmount" : "initialConcentration", s.initial());
    names
        .tell(tag, "substanceUnits", s.substanceUnit())
        .with("hasOnlySubstanceUnits", s.substanceOnly())
        .with("boundaryCondition", s.isBoundary())
        .with("constant", s.isConstant());
    s.conversionFactor().ifPresent(factor -> tag.with("conversionFactor", factor));
    xml.empty(tag);
  }

  private void parameter(Parameter p) {
    Tag tag = Tag.of("parameter").with("id", p.id()).with("value", p.value());
    xml.empty(names.tell(tag, "units", p.unit()).with("constant", p.isConstant()));
  }

  private void initialAssignment(InitialAssignment assignment) {
    formula(
        Tag.of("initialAssignment").with("symbol", assignment.symbol()),
        assignment.formula(),
        units.of(assignment.symbol()));
  }

  private void rule(Rule rule) {
    Tag tag =
        Tag.of(
            switch (rule) {
              case Rule.Assignment _ -> "assignmentRule";
              case Rule.Rate _ -> "rateRule";
            });
    Optional<Unit> variable = units.of(rule.variable());
    Optional<Unit> unit =
        switch (rule) {
          case Rule.Assignment _ -> variable;
          case Rule.Rate _ -> variable.map(u -> u.per(model.timeUnit()));
        };
    formula(tag.with("variable", rule.variable()), rule.formula(), unit);
  }

  private void formula(Tag tag, Expression formula, Optional<Unit> unit) {
    xml.start(tag);
    math.write(formula, unit);
    xml.end();
  }

  private void reaction(Reaction reaction) {
    xml.start(
        Tag.of("reaction").with("id", reaction.id()).with("reversible", reaction.isReversible()));
    list("listOfReactants", reaction.reactants(), this::participant);
    list("listOfProducts", reaction.products(), this::participant);
    list(
        "listOfModifiers",
        modifiers.of(reaction),
        id -> xml.empty(Tag.of("modifierSpeciesReference").with("species", id)));
    Unit rate = model.extentUnit().per(model.timeUnit());
    formula(Tag.of("kineticLaw"), reaction.kineticLaw(), Optional.of(rate));
    xml.end();
  }

  private void participant(Participant participant) {
    xml.empty(
        Tag.of("speciesReference")
            .with("species", participant.species())
            .with("stoichiometry", participant.stoichiometry())
            .with("constant", true));
  }

  private void event(Event event) {
    xml.start(
        Tag.of("event")
            .with("id", event.id())
            .with("useValuesFromTriggerTime", event.usesValuesFromTriggerTime()));
    xml.start(
        Tag.of("trigger")
            .with("initialValue", event.initialValue())
            .with("persistent", event.isPersistent()));
    math.writeCondition(event.trigger());
    xml.end();
    Optional<Unit> one = Optional.of(Unit.DIMENSIONLESS);
    Optional<Unit> time = Optional.of(model.timeUnit());
    event.priority().ifPresent(priority -> formula(Tag.of("priority"), priority, one));
    event.delay().ifPresent(delay -> formula(Tag.of("delay"), delay, time));
    list("listOfEventAssignments", event.changes(), this::change);
    xml.end();
  }

  private void change(Event.Change change) {
    formula(
        Tag.of("eventAssignment").with("variable", change.variable()),
        change.formula(),
        units.of(change.variable()));
  }
}
