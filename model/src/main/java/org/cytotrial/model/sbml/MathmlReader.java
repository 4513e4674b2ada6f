package org.cytotrial.model.sbml;

import static org.cytotrial.model.expression.Expression.Constant.ONE;
import static org.cytotrial.model.expression.Expression.Constant.ZERO;
import static org.cytotrial.model.expression.Expression.constant;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Expression.Symbol;
import org.cytotrial.model.expression.Expression.Time;
import org.cytotrial.model.expression.FormulaParser.Definition;
import org.cytotrial.model.expression.Substitution;
import org.cytotrial.model.network.UnitKind;
import org.cytotrial.model.sbml.MathmlOperators.Operator;

/// Reads MathML as SBML uses it (L3V2 section 3.4). What cannot be read becomes NaN and a problem,
/// so that one pass finds all problems.
final class MathmlReader {
  /// What a name means where a formula stands.
  interface Scope {
    /// The meaning of `id`, or empty after telling the problem.
    Optional<Expression> symbol(String id, XmlElement at);
  }

  /// The function definitions of the model.
  interface Functions {
    Optional<Definition> named(String name);
  }

  private static final Expression UNREAD = constant(Double.NaN);
  private static final String SYMBOLS = "http://www.sbml.org/sbml/symbols/";

  private final Problems problems;
  private final Functions functions;
  private final FormulaSize size = new FormulaSize();

  MathmlReader(Problems problems, Functions functions) {
    this.problems = problems;
    this.functions = functions;
  }

  /// Reads the one formula inside a `<math>`.
  Expression read(XmlElement math, Scope scope) {
    if (math.children().size() != 1) {
      return refuse(
          math, "<math> must hold one formula, not %d.".formatted(math.children().size()));
    }
    return node(math.children().getFirst(), scope);
  }

  Expression node(XmlElement e, Scope scope) {
    return switch (e.name()) {
      case "cn" -> number(e);
      case "ci" -> scope.symbol(e.text(), e).orElse(UNREAD);
      case "csymbol" -> csymbol(e);
      case "apply" -> apply(e, scope);
      case "piecewise" -> piecewise(e, scope);
      case "true" -> ONE;
      case "false" -> ZERO;
      case "pi" -> constant(Math.PI);
      case "exponentiale" -> constant(Math.E);
      case "infinity" -> constant(Double.POSITIVE_INFINITY);
      case "notanumber" -> constant(Double.NaN);
      case "semantics" -> only(e, scope);
      default -> refuse(e, "MathML <%s> is not supported here.".formatted(e.name()));
    };
  }

  private Expression number(XmlElement cn) {
    String[] parts = cn.text().split("\\s+", -1);
    OptionalDouble first = Attributes.number(parts[0]);
    OptionalDouble second = Attributes.number(parts[parts.length - 1]);
    if (first.isPresent() && second.isPresent() && parts.length <= 2) {
      switch (cn.attribute("type").orElse("real")) {
        case "real", "integer" -> {
          if (parts.length == 1) {
            return constant(first.getAsDouble());
          }
        }
        case "e-notation" -> {
          OptionalDouble joined = Attributes.number(String.join("e", parts));
          if (joined.isPresent()) {
            return constant(joined.getAsDouble());
          }
        }
        case "rational" -> {
          if (parts.length == 2) {
            return constant(first.getAsDouble()).over(constant(second.getAsDouble()));
          }
        }
        default -> {} // told below
      }
    }
    return refuse(
        cn,
        "'%s' is not a number of type %s."
            .formatted(cn.text(), cn.attribute("type").orElse("real")));
  }

  private Expression csymbol(XmlElement e) {
    String url = e.attribute("definitionURL").orElse("");
    return switch (url) {
      case SYMBOLS + "time" -> new Time();
      case SYMBOLS + "avogadro" -> constant(UnitKind.AVOGADRO);
      default -> refuse(e, "csymbol '%s' is not supported.".formatted(symbolName(e)));
    };
  }

  private Expression apply(XmlElement e, Scope scope) {
    if (e.children().isEmpty()) {
      return refuse(e, "<apply> has no operator.");
    }
    XmlElement operator = e.children().getFirst();
    List<XmlElement> rest = e.children().subList(1, e.children().size());
    List<Expression> arguments =
        rest.stream()
            .filter(x -> !x.name().equals("degree") && !x.name().equals("logbase"))
            .map(x -> node(x, scope))
            .toList();
    Expression result =
        switch (operator.name()) {
          case "csymbol" ->
              refuse(operator, "csymbol '%s' is not supported.".formatted(symbolName(operator)));
          case "ci" -> call(operator, arguments);
          case "root" ->
              single(operator, arguments)
                  .map(x -> MathmlOperators.root(x, qualifier(e, "degree", scope)))
                  .orElse(UNREAD);
          case "log" ->
              single(operator, arguments)
                  .map(x -> MathmlOperators.logarithm(x, qualifier(e, "logbase", scope)))
                  .orElse(UNREAD);
          case "factorial" -> factorial(operator, arguments);
          default -> operation(operator, arguments);
        };
    return bounded(e, result);
  }

  private Expression operation(XmlElement at, List<Expression> arguments) {
    Optional<Operator> operator = MathmlOperators.named(at.name());
    if (operator.isEmpty()) {
      return refuse(at, "MathML operator <%s> is not supported.".formatted(at.name()));
    }
    int count = arguments.size();
    if (count < operator.get().least() || count > operator.get().most()) {
      return refuse(at, "<%s> cannot have %d arguments.".formatted(at.name(), count));
    }
    return operator.get().meaning().apply(arguments);
  }

  private Expression call(XmlElement at, List<Expression> arguments) {
    String name = at.text();
    Optional<Definition> definition = functions.named(name);
    if (definition.isEmpty()) {
      return refuse(at, "Function '%s' is not defined.".formatted(name));
    }
    List<String> names = definition.get().arguments();
    if (names.size() != arguments.size()) {
      return refuse(
          at,
          "Function '%s' takes %d arguments, not %d."
              .formatted(name, names.size(), arguments.size()));
    }
    long[] nodes = {size.of(definition.get().body()).nodes()};
    definition
        .get()
        .body()
        .forEachSymbol(id -> {
          int i = names.indexOf(id);
          nodes[0] += i < 0 ? 0 : size.of(arguments.get(i)).nodes();
        });
    if (nodes[0] > FormulaSize.MOST_NODES) {
      return tooLarge(at);
    }
    return Substitution.of(names, arguments).apply(definition.get().body());
  }

  private Expression factorial(XmlElement at, List<Expression> arguments) {
    return single(at, arguments)
        .map(x ->
            MathmlOperators.factorial(x)
                .orElseGet(() -> refuse(at, "<factorial> is supported of a literal only.")))
        .orElse(UNREAD);
  }

  private Optional<Expression> single(XmlElement at, List<Expression> arguments) {
    if (arguments.size() != 1) {
      refuse(at, "<%s> takes one argument, not %d.".formatted(at.name(), arguments.size()));
      return Optional.empty();
    }
    return Optional.of(arguments.getFirst());
  }

  private Optional<Expression> qualifier(XmlElement apply, String name, Scope scope) {
    return apply.child(name).map(q -> only(q, scope));
  }

  private Expression only(XmlElement e, Scope scope) {
    if (e.children().isEmpty()) {
      return refuse(e, "<%s> is empty.".formatted(e.name()));
    }
    return node(e.children().getFirst(), scope);
  }

  private Expression piecewise(XmlElement e, Scope scope) {
    Expression result = e.child("otherwise").map(o -> only(o, scope)).orElse(UNREAD);
    List<XmlElement> pieces = e.children("piece");
    for (XmlElement piece : pieces.reversed()) {
      if (piece.children().size() != 2) {
        return refuse(piece, "<piece> needs a value and a condition.");
      }
      Expression value = node(piece.children().getFirst(), scope);
      Expression condition = node(piece.children().getLast(), scope);
      result = new Piecewise(value, condition, result);
    }
    return bounded(e, result);
  }

  private Expression bounded(XmlElement at, Expression expression) {
    return size.of(expression).isTooLarge() ? tooLarge(at) : expression;
  }

  private Expression tooLarge(XmlElement at) {
    return refuse(
        at,
        "The formula is too large: at most %d parts and %d levels are read."
            .formatted(FormulaSize.MOST_NODES, FormulaSize.DEEPEST));
  }

  private static String symbolName(XmlElement csymbol) {
    String url = csymbol.attribute("definitionURL").orElse("");
    return url.startsWith(SYMBOLS) ? url.substring(SYMBOLS.length()) : url;
  }

  private Expression refuse(XmlElement at, String message) {
    problems.add(at, message);
    return UNREAD;
  }

  /// A scope where only `names` have a meaning: the body of a function definition.
  static Scope argumentsOnly(List<String> names, Problems problems) {
    return (id, at) -> {
      if (names.contains(id)) {
        return Optional.of(new Symbol(id));
      }
      problems.add(at, "'%s' is not an argument of this function.".formatted(id));
      return Optional.empty();
    };
  }
}
