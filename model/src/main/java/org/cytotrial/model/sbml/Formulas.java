package org.cytotrial.model.sbml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Symbol;
import org.cytotrial.model.expression.FormulaParser.Definition;

/// Reads the formulas of one model: calls of function definitions are replaced by their bodies, and
/// a reaction's identifier by its kinetic law.
final class Formulas {
  private final SymbolTable symbols;
  private final Problems problems;
  private final MathmlReader reader;
  private final Map<String, XmlElement> lambdas = new HashMap<>();
  private final Map<String, Optional<Definition>> definitions = new HashMap<>();
  private final Map<String, Expression> laws = new HashMap<>();
  private final Map<String, Map<String, Expression>> locals = new HashMap<>();
  private final Set<String> lawsInReading = new HashSet<>();

  Formulas(XmlElement model, SymbolTable symbols, Problems problems) {
    this.symbols = symbols;
    this.problems = problems;
    this.reader = new MathmlReader(problems, this::function);
    for (XmlElement definition : model.list("listOfFunctionDefinitions")) {
      definition.attribute("id").ifPresent(id -> lambdas.put(id, definition));
    }
  }

  /// Reads the formula inside `holder`, which must have one.
  Expression of(XmlElement holder) {
    return holder
        .child("math")
        .map(math -> reader.read(math, this::global))
        .orElseGet(() -> {
          problems.add(holder, "<%s> without a formula is not supported.".formatted(holder.name()));
          return Expression.constant(Double.NaN);
        });
  }

  /// Tells the renamed local parameters of a reaction, before its law is read.
  void declareLocals(String reaction, Map<String, Expression> renamed) {
    locals.put(reaction, renamed);
  }

  /// The kinetic law of a reaction.
  Expression law(String reaction, XmlElement element) {
    Expression known = laws.get(reaction);
    if (known != null) {
      return known;
    }
    if (!lawsInReading.add(reaction)) {
      problems.add(element, "The rate of reaction '%s' depends on itself.".formatted(reaction));
      return Expression.constant(Double.NaN);
    }
    Optional<XmlElement> math = element.child("kineticLaw").flatMap(law -> law.child("math"));
    if (math.isEmpty()) {
      problems.add(
          element, "Reaction '%s' has no kinetic law, which is not supported.".formatted(reaction));
    }
    Map<String, Expression> own = locals.getOrDefault(reaction, Map.of());
    Expression law =
        math.map(m ->
                reader.read(
                    m,
                    (id, at) ->
                        own.containsKey(id) ? Optional.ofNullable(own.get(id)) : global(id, at)))
            .orElse(Expression.constant(Double.NaN));
    laws.put(reaction, law);
    return law;
  }

  private Optional<Expression> global(String id, XmlElement at) {
    Optional<SymbolTable.Kind> kind = symbols.kind(id);
    if (kind.isEmpty()) {
      problems.add(
          at,
          "'%s' is not defined. Maybe it is misspelt or its declaration is missing.".formatted(id));
      return Optional.empty();
    }
    return switch (kind.get()) {
      case COMPARTMENT, SPECIES, PARAMETER -> Optional.of(new Symbol(id));
      case REACTION -> symbols.element(id).map(e -> law(id, e));
      case STOICHIOMETRY -> {
        problems.add(
            at,
            "'%s' is a stoichiometry; stoichiometries in formulas are not supported."
                .formatted(id));
        yield Optional.empty();
      }
      case OTHER -> {
        problems.add(at, "'%s' has no value that a formula could use.".formatted(id));
        yield Optional.empty();
      }
    };
  }

  private Optional<Definition> function(String name) {
    Optional<Definition> known = definitions.get(name);
    if (known != null) {
      return known;
    }
    XmlElement element = lambdas.get(name);
    if (element == null) {
      return Optional.empty();
    }
    definitions.put(name, Optional.empty()); // a function that calls itself is not defined
    Optional<Definition> read = definition(element);
    definitions.put(name, read);
    return read;
  }

  private Optional<Definition> definition(XmlElement element) {
    Optional<XmlElement> lambda =
        element
            .child("math")
            .flatMap(
                math -> math.child("semantics").or(() -> Optional.of(math)).get().child("lambda"));
    if (lambda.isEmpty()) {
      problems.add(element, "<functionDefinition> without a <lambda> is not supported.");
      return Optional.empty();
    }
    List<XmlElement> children = lambda.get().children();
    List<String> arguments =
        lambda.get().children("bvar").stream()
            .flatMap(bvar -> bvar.child("ci").stream())
            .map(XmlElement::text)
            .toList();
    if (children.size() != arguments.size() + 1) {
      problems.add(element, "<lambda> needs its arguments and one formula.");
      return Optional.empty();
    }
    Expression body =
        reader.node(children.getLast(), MathmlReader.argumentsOnly(arguments, problems));
    return Optional.of(new Definition(arguments, body));
  }
}
