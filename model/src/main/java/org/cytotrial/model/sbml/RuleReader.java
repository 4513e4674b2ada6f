package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.InitialAssignment;
import org.cytotrial.model.network.Rule;
import org.cytotrial.model.sbml.SymbolTable.Kind;

/// Reads rules and initial assignments.
final class RuleReader {
  private final XmlElement model;
  private final ModelContext context;

  RuleReader(XmlElement model, ModelContext context) {
    this.model = model;
    this.context = context;
  }

  List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    Set<String> ruled = new HashSet<>();
    for (XmlElement e : model.list("listOfRules")) {
      switch (e.name()) {
        case "assignmentRule" -> {
          String variable = variable(e, ruled);
          rules.add(new Rule.Assignment(variable, context.formulas().of(e)));
        }
        case "rateRule" -> {
          String variable = variable(e, ruled);
          rules.add(new Rule.Rate(variable, context.formulas().of(e)));
        }
        case "algebraicRule" -> context.problems().add(e, "Algebraic rules are not supported.");
        default ->
            context.problems().add(e, "<%s> is not supported as a rule.".formatted(e.name()));
      }
    }
    return rules;
  }

  private String variable(XmlElement e, Set<String> ruled) {
    String variable = target(e, "variable");
    if (!variable.isEmpty() && !ruled.add(variable)) {
      context.problems().add(e, "'%s' has more than one rule.".formatted(variable));
    }
    return variable;
  }

  List<InitialAssignment> initialAssignments() {
    var assignments = new ArrayList<InitialAssignment>();
    Set<String> assigned = new HashSet<>();
    for (XmlElement e : model.list("listOfInitialAssignments")) {
      String symbol = target(e, "symbol");
      if (!symbol.isEmpty() && !assigned.add(symbol)) {
        context.problems().add(e, "'%s' has more than one initial assignment.".formatted(symbol));
      }
      Expression formula = context.formulas().of(e);
      assignments.add(new InitialAssignment(symbol, formula));
    }
    return assignments;
  }

  private String target(XmlElement e, String attribute) {
    return quantity(context, e, attribute);
  }

  /// The compartment, species or parameter that `attribute` names and a formula is about to set.
  static String quantity(ModelContext context, XmlElement e, String attribute) {
    String id = context.attributes().required(e, attribute);
    if (context.symbols().is(Kind.STOICHIOMETRY, id)) {
      context
          .problems()
          .add(e, "'%s' is a stoichiometry; setting one is not supported.".formatted(id));
    } else if (!id.isEmpty() && !context.symbols().isQuantity(id)) {
      context
          .problems()
          .add(e, "'%s' is no compartment, species or parameter of this model.".formatted(id));
    }
    return id;
  }
}
