package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cytotrial.domain.quantity.BaseUnit;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.FormulaWriter;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Reaction;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.network.Species;

/// Writes a model as one Antimony text, which [AntimonyReader] reads back as an equal model and
/// libAntimony accepts.
///
/// Two things come back different, without a change of any number: a species that is constant is
/// also a boundary species, and an event that changes nothing is left out.
public final class AntimonyWriter {
  private static final Set<String> RESERVED =
      Set.of(
          "model",
          "module",
          "end",
          "function",
          "unit",
          "species",
          "compartment",
          "var",
          "const",
          "in",
          "at",
          "after",
          "has",
          "is",
          "import",
          "event",
          "reaction",
          "gene",
          "operator",
          "DNA",
          "formula",
          "substanceOnly",
          "delete",
          "time",
          "pi",
          "true",
          "false",
          "inf",
          "infinity",
          "NaN",
          "exponentiale",
          "avogadro");

  private final Model model;
  private final UnitNames units;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> ruled;
  private final Set<String> assigned;

  private AntimonyWriter(Model model) {
    this.model = model;
    this.units = new UnitNames(ids(model));
    this.ruled =
        model.rules().stream()
            .filter(Rule.Assignment.class::isInstance)
            .map(Rule::variable)
            .collect(Collectors.toSet());
    this.assigned =
        model.initialAssignments().stream()
            .map(InitialAssignment::symbol)
            .collect(Collectors.toSet());
  }

  /// The text of a model.
  ///
  /// @throws IllegalArgumentException naming everything that Antimony has no words for: conversion
  ///   factors, ids that are words of the language
  public static String write(Model model) {
    List<String> problems = problems(model);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new AntimonyWriter(model).text();
  }

  private String text() {
    heading("Compartments", model.compartments().size());
    model.compartments().forEach(this::compartment);
    heading("Species", model.species().size());
    model.species().forEach(this::species);
    heading("Parameters", model.parameters().size());
    model.parameters().forEach(this::parameter);
    heading("Reactions", model.reactions().size());
    model.reactions().forEach(this::reaction);
    heading("Rules", model.rules().size());
    model.rules().forEach(this::rule);
    heading("Initial assignments", model.initialAssignments().size());
    model
        .initialAssignments()
        .forEach(a -> lines.add(a.symbol() + " = " + FormulaWriter.write(a.formula()) + ";"));
    heading("Events", model.events().size());
    model.events().forEach(this::event);
    return framed();
  }

  private String framed() {
    var all = new ArrayList<String>();
    all.add("// Units");
    all.add("unit time_unit = " + UnitNames.formula(model.timeUnit()) + ";");
    if (!model.extentUnit().equals(Unit.DIMENSIONLESS)) {
      all.add("unit extent = " + UnitNames.formula(model.extentUnit()) + ";");
    }
    all.addAll(units.definitions());
    all.addAll(lines);
    if (model.id().isEmpty() || model.id().equals(AntimonyReader.UNNAMED)) {
      return String.join("\n", all) + "\n";
    }
    return all.stream()
        .map(line -> line.isEmpty() ? line : "  " + line)
        .collect(Collectors.joining("\n", "model *" + model.id() + "()\n", "\nend\n"));
  }

  private void heading(String title, int count) {
    if (count > 0) {
      lines.add("");
      lines.add("// " + title);
    }
  }

  private void compartment(Compartment c) {
    String head = (c.isConstant() ? "" : "var ") + "compartment " + c.id();
    lines.add(head + value(c.id(), c.size(), c.unit()));
  }

  private void parameter(Parameter p) {
    boolean valued = !ruled.contains(p.id()) && !assigned.contains(p.id());
    String head = p.isConstant() ? (valued ? "" : "const ") : "var ";
    lines.add(head + p.id() + value(p.id(), p.value(), p.unit()));
  }

  private void species(Species s) {
    String head =
        (s.isConstant() ? "const " : "") + (s.substanceOnly() ? "substanceOnly " : "") + "species ";
    String place =
        (s.isBoundary() && !s.isConstant() ? "$" : "") + s.id() + " in " + s.compartment();
    boolean plain = s.initialIsAmount() == s.substanceOnly() || hasFormula(s.id());
    String by = plain ? "" : (s.initialIsAmount() ? "/" : "*") + s.compartment();
    if (by.isEmpty()) {
      lines.add(head + place + value(s.id(), s.initial(), s.substanceUnit()));
    } else {
      lines.add(
          head + place + " = " + number(s.initial()) + by + ";" + has(s.id(), s.substanceUnit()));
    }
  }

  private String value(String id, double value, Optional<Unit> unit) {
    if (hasFormula(id)) {
      return ";" + has(id, unit);
    }
    return " = " + number(value) + unit.map(u -> " " + units.name(u)).orElse("") + ";";
  }

  private String has(String id, Optional<Unit> unit) {
    return unit.map(u -> " " + id + " has " + units.name(u) + ";").orElse("");
  }

  private boolean hasFormula(String id) {
    return ruled.contains(id) || assigned.contains(id);
  }

  private void reaction(Reaction r) {
    lines.add(
        "%s: %s %s %s; %s;"
            .formatted(
                r.id(),
                side(r.reactants()),
                r.isReversible() ? "->" : "=>",
                side(r.products()),
                FormulaWriter.write(r.kineticLaw())));
  }

  private static String side(List<Reaction.Participant> participants) {
    return participants.stream()
        .map(p -> (p.stoichiometry() == 1 ? "" : number(p.stoichiometry()) + " ") + p.species())
        .collect(Collectors.joining(" + "));
  }

  private void rule(Rule rule) {
    lines.add(
        switch (rule) {
          case Rule.Assignment(var id, var formula) ->
              id + " := " + FormulaWriter.write(formula) + ";";
          case Rule.Rate(var id, var formula) -> id + "' = " + FormulaWriter.write(formula) + ";";
        });
  }

  private void event(Event e) {
    if (e.changes().isEmpty()) {
      return;
    }
    String delay = e.delay().map(d -> FormulaWriter.write(d) + " after ").orElse("");
    String priority = e.priority().map(p -> ", priority=" + FormulaWriter.write(p)).orElse("");
    String changes =
        e.changes().stream()
            .map(c -> c.variable() + " = " + FormulaWriter.write(c.formula()))
            .collect(Collectors.joining(", "));
    lines.add(
        "%s: at %s%s%s, t0=%s, persistent=%s, fromTrigger=%s: %s;"
            .formatted(
                e.id(),
                delay,
                FormulaWriter.write(e.trigger()),
                priority,
                e.initialValue(),
                e.isPersistent(),
                e.usesValuesFromTriggerTime(),
                changes));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
  }

  private static Set<String> ids(Model model) {
    var ids = new HashSet<String>();
    model.compartments().forEach(c -> ids.add(c.id()));
    model.species().forEach(s -> ids.add(s.id()));
    model.parameters().forEach(p -> ids.add(p.id()));
    model.reactions().forEach(r -> ids.add(r.id()));
    model.events().forEach(e -> ids.add(e.id()));
    return ids;
  }

  private static List<String> problems(Model model) {
    var problems = new ArrayList<String>();
    for (Species s : model.species()) {
      s.conversionFactor()
          .ifPresent(factor ->
              problems.add(
                  "Species '%s' has the conversion factor '%s', which Antimony cannot write. Maybe write SBML."
                      .formatted(s.id(), factor)));
    }
    for (Parameter p : model.parameters()) {
      if (p.unit()
          .filter(u -> u.exponents().containsKey(BaseUnit.INTERNATIONAL_UNIT))
          .isPresent()) {
        problems.add("'" + p.id() + "' is in international units, which Antimony does not have.");
      }
    }
    for (String id : ids(model)) {
      if (RESERVED.contains(id)) {
        problems.add(
            "'" + id + "' is a word of Antimony, so nothing can be called that. Maybe write SBML.");
      }
    }
    return problems;
  }
}
