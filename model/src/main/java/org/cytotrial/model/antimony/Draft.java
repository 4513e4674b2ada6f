package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.model.network.ModelFormatException.Problem;

/// What the statements have said so far, not yet looked up or checked against each other. Lives for
/// one reading.
final class Draft {
  String modelId = AntimonyReader.UNNAMED;
  final Map<String, DraftSymbol> symbols = new LinkedHashMap<>();
  final Set<DraftSymbol> initialised = new LinkedHashSet<>();
  final Set<DraftSymbol> ruled = new LinkedHashSet<>();
  final Map<String, Passage> units = new LinkedHashMap<>();
  final Map<String, DraftFunction> functions = new LinkedHashMap<>();
  final Map<String, DraftReaction> reactions = new LinkedHashMap<>();
  final Map<String, DraftEvent> events = new LinkedHashMap<>();
  final List<Problem> problems = new ArrayList<>();

  /// A function definition; its body is empty where the statement is missing.
  record DraftFunction(List<String> arguments, Passage body) {}

  record DraftReaction(
      Passage place,
      List<Participant> reactants,
      List<Participant> products,
      Passage rate,
      boolean isReversible) {}

  record Participant(DraftSymbol species, double stoichiometry) {}

  record DraftEvent(
      Passage trigger,
      Optional<Passage> delay,
      Map<String, Passage> options,
      List<DraftChange> changes) {}

  record DraftChange(Passage variable, Passage formula) {}

  /// The symbol named by `name`, new where it has not been met.
  DraftSymbol symbol(Passage name) {
    return symbols.computeIfAbsent(name.text(), id -> new DraftSymbol(id, name));
  }

  void problem(Passage place, String message) {
    problems.add(place.problem(message));
  }
}
