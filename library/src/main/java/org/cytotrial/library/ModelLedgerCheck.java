package org.cytotrial.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.parameter.ParameterDistribution.Derived;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Rule;

/// Whether a model and a ledger say the same: each constant of the model stands in the ledger with
/// the same value and unit, and the ledger has no other.
public final class ModelLedgerCheck {
  private ModelLedgerCheck() {}

  /// One sentence for each disagreement; empty where there is none. A value that the model derives
  /// by an initial assignment is not compared.
  public static List<String> disagreements(Model model, Ledger ledger) {
    Map<String, Parameter> parameters =
        model.parameters().stream().collect(Collectors.toMap(Parameter::id, Function.identity()));
    Set<String> ruled = model.rules().stream().map(Rule::variable).collect(Collectors.toSet());
    Set<String> assigned =
        model.initialAssignments().stream()
            .map(InitialAssignment::symbol)
            .collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    for (LedgerEntry entry : ledger.entries()) {
      Parameter parameter = parameters.get(entry.id());
      if (parameter == null) {
        problems.add("The ledger has '" + entry.id() + "', the model has no such parameter.");
      } else {
        boolean derived = entry.distribution() instanceof Derived && assigned.contains(entry.id());
        compare(parameter, entry, derived, problems);
      }
    }
    for (Parameter parameter : model.parameters()) {
      if (!ruled.contains(parameter.id()) && !ledger.contains(parameter.id())) {
        problems.add("The model has '" + parameter.id() + "', the ledger has no such parameter.");
      }
    }
    return problems;
  }

  private static void compare(
      Parameter parameter, LedgerEntry entry, boolean derived, List<String> problems) {
    String id = entry.id();
    if (!derived && parameter.value() != entry.value()) {
      problems.add(
          "'%s' is %s in the model but %s %s in the ledger."
              .formatted(id, parameter.value(), entry.value(), entry.unitText()));
    }
    Unit wanted = LedgerUnits.inModel(entry.unit());
    if (parameter.unit().isEmpty()) {
      problems.add(
          "'%s' has no unit in the model but '%s' in the ledger.".formatted(id, entry.unitText()));
    } else if (!parameter.unit().get().isSameAs(wanted)) {
      problems.add(
          "'%s' is in [%s] in the model but in '%s' in the ledger."
              .formatted(id, parameter.unit().get(), entry.unitText()));
    }
  }
}
