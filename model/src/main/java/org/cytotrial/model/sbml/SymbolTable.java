package org.cytotrial.model.sbml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each identifier of a file names, and which ones a rule or an assignment sets.
final class SymbolTable {
  enum Kind {
    COMPARTMENT,
    SPECIES,
    PARAMETER,
    REACTION,
    STOICHIOMETRY,
    OTHER
  }

  private final Problems problems;
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<String, XmlElement> elements = new HashMap<>();
  private final Set<String> setAtStart = new HashSet<>();

  SymbolTable(XmlElement model, Problems problems) {
    this.problems = problems;
    model.list("listOfCompartments").forEach(e -> add(e, Kind.COMPARTMENT));
    model.list("listOfSpecies").forEach(e -> add(e, Kind.SPECIES));
    model.list("listOfParameters").forEach(e -> add(e, Kind.PARAMETER));
    for (XmlElement reaction : model.list("listOfReactions")) {
      add(reaction, Kind.REACTION);
      reaction.list("listOfReactants").forEach(e -> add(e, Kind.STOICHIOMETRY));
      reaction.list("listOfProducts").forEach(e -> add(e, Kind.STOICHIOMETRY));
      reaction.list("listOfModifiers").forEach(e -> add(e, Kind.OTHER));
    }
    model.list("listOfEvents").forEach(e -> add(e, Kind.OTHER));
    model.list("listOfFunctionDefinitions").forEach(e -> add(e, Kind.OTHER));
    for (XmlElement assignment : model.list("listOfInitialAssignments")) {
      assignment.attribute("symbol").ifPresent(setAtStart::add);
    }
    for (XmlElement rule : model.list("listOfRules")) {
      if (rule.name().equals("assignmentRule")) {
        rule.attribute("variable").ifPresent(setAtStart::add);
      }
    }
  }

  private void add(XmlElement element, Kind kind) {
    Optional<String> id = element.attribute("id");
    if (id.isEmpty()) {
      return;
    }
    XmlElement first = elements.putIfAbsent(id.get(), element);
    if (first != null) {
      problems.add(
          element,
          "Identifier '%s' is used twice; the first is in line %d."
              .formatted(id.get(), first.line()));
    }
    kinds.putIfAbsent(id.get(), kind);
  }

  Optional<Kind> kind(String id) {
    return Optional.ofNullable(kinds.get(id));
  }

  Optional<XmlElement> element(String id) {
    return Optional.ofNullable(elements.get(id));
  }

  boolean is(Kind kind, String id) {
    return kinds.get(id) == kind;
  }

  /// Whether an initial assignment or an assignment rule gives the value at the start.
  boolean isSetAtStart(String id) {
    return setAtStart.contains(id);
  }

  /// Whether formulas may set `id`: a compartment, species or parameter.
  boolean isQuantity(String id) {
    return is(Kind.COMPARTMENT, id) || is(Kind.SPECIES, id) || is(Kind.PARAMETER, id);
  }

  /// `wanted`, with as many `_` behind it as make it new; it is taken from then on.
  String fresh(String wanted, Kind kind) {
    String id = wanted;
    while (kinds.containsKey(id)) {
      id = id + "_";
    }
    kinds.put(id, kind);
    return id;
  }
}
