package org.cytotrial.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Expression.Call;
import org.cytotrial.model.expression.Expression.Compare;
import org.cytotrial.model.expression.Expression.Negate;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Expression.Power;
import org.cytotrial.model.expression.Expression.Time;

/// Reads infix formulas: `+ - * / ^ ( )`, comparisons, `&& || !`, the functions of [Function],
/// `pow`, `log` (base 10 as in Antimony is ambiguous and refused), `piecewise(value, condition, …,
/// otherwise)`, `time`, and calls of functions given to it.
///
/// `^` binds to the right and tighter than a sign: `-x^2` is `-(x^2)`.
public final class FormulaParser {
  /// A function of the model, whose calls are replaced by its body.
  public record Definition(List<String> arguments, Expression body) {
    public Definition {
      arguments = List.copyOf(arguments);
    }
  }

  private final String text;
  private final Map<String, Definition> definitions;
  private int at;

  private FormulaParser(String text, Map<String, Definition> definitions) {
    this.text = text;
    this.definitions = definitions;
  }

  /// Reads a formula that calls no function of the model's own.
  ///
  /// @throws FormulaException with the position of the first character that does not fit
  public static Expression parse(String text) {
    return parse(text, Map.of());
  }

  /// Reads a formula and replaces calls of the given functions by their bodies.
  ///
  /// @throws FormulaException with the position of the first character that does not fit
  public static Expression parse(String text, Map<String, Definition> definitions) {
    var parser = new FormulaParser(text, definitions);
    Expression expression = parser.or();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.error("'" + text.charAt(parser.at) + "' does not fit here");
    }
    return expression;
  }

  private Expression or() {
    Expression left = and();
    while (take("||")) {
      left = Call.of(Function.OR, left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = comparison();
    while (take("&&")) {
      left = Call.of(Function.AND, left, comparison());
    }
    return left;
  }

  private Expression comparison() {
    Expression left = sum();
    for (Comparison c :
        List.of(
            Comparison.AT_MOST,
            Comparison.AT_LEAST,
            Comparison.EQUAL,
            Comparison.UNEQUAL,
            Comparison.LESS,
            Comparison.GREATER)) {
      if (take(c.spelling())) {
        return new Compare(c, left, sum());
      }
    }
    return left;
  }

  private Expression sum() {
    Expression left = product();
    while (true) {
      if (take("+")) {
        left = left.plus(product());
      } else if (take("-")) {
        left = left.minus(product());
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = signed();
    while (true) {
      if (take("*")) {
        left = left.times(signed());
      } else if (take("/")) {
        left = left.over(signed());
      } else {
        return left;
      }
    }
  }

  private Expression signed() {
    if (take("-")) {
      return new Negate(signed());
    }
    if (take("+")) {
      return signed();
    }
    skipSpace();
    if (peek("!") && !peek("!=")) {
      at++;
      return Call.of(Function.NOT, signed());
    }
    return power();
  }

  private Expression power() {
    Expression base = primary();
    return take("^") ? new Power(base, signed()) : base;
  }

  private Expression primary() {
    skipSpace();
    if (take("(")) {
      Expression inner = or();
      expect(")");
      return inner;
    }
    if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      return Expression.constant(number());
    }
    String name = name();
    skipSpace();
    return peek("(") ? call(name) : named(name);
  }

  private static Expression named(String name) {
    return switch (name) {
      case "time" -> new Time();
      case "true" -> Expression.Constant.ONE;
      case "false" -> Expression.Constant.ZERO;
      case "pi" -> Expression.constant(Math.PI);
      case "exponentiale" -> Expression.constant(Math.E);
      case "inf", "infinity" -> Expression.constant(Double.POSITIVE_INFINITY);
      case "NaN", "notanumber" -> Expression.constant(Double.NaN);
      default -> Expression.symbol(name);
    };
  }

  private Expression call(String name) {
    int start = at;
    List<Expression> arguments = arguments();
    Definition definition = definitions.get(name);
    if (definition != null) {
      return inline(name, definition, arguments, start);
    }
    return switch (name) {
      case "piecewise" -> piecewise(arguments, start);
      case "pow", "power" -> {
        requireCount(name, 2, arguments, start);
        yield new Power(arguments.get(0), arguments.get(1));
      }
      case "max", "min", "and", "or" -> folded(name, arguments, start);
      default -> {
        Function function =
            Function.named(name)
                .orElseThrow(() -> errorAt(start, "function '" + name + "' is not known"));
        requireCount(name, function.arity(), arguments, start);
        yield new Call(function, arguments);
      }
    };
  }

  private Expression folded(String name, List<Expression> arguments, int start) {
    Function function = Function.named(name).orElseThrow();
    if (arguments.isEmpty()) {
      throw errorAt(start, "function '" + name + "' needs an argument");
    }
    return arguments.stream().reduce((a, b) -> Call.of(function, a, b)).orElseThrow();
  }

  private Expression piecewise(List<Expression> arguments, int start) {
    if (arguments.size() < 3 || arguments.size() % 2 == 0) {
      throw errorAt(start, "piecewise needs value, condition, …, otherwise");
    }
    Expression result = arguments.get(arguments.size() - 1);
    for (int i = arguments.size() - 3; i >= 0; i -= 2) {
      result = new Piecewise(arguments.get(i), arguments.get(i + 1), result);
    }
    return result;
  }

  private Expression inline(
      String name, Definition definition, List<Expression> arguments, int start) {
    requireCount(name, definition.arguments().size(), arguments, start);
    return Substitution.of(definition.arguments(), arguments).apply(definition.body());
  }

  private void requireCount(String name, int count, List<Expression> arguments, int start) {
    if (arguments.size() != count) {
      throw errorAt(
          start,
          "function '%s' takes %d arguments, not %d".formatted(name, count, arguments.size()));
    }
  }

  private List<Expression> arguments() {
    expect("(");
    List<Expression> arguments = new ArrayList<>();
    if (take(")")) {
      return arguments;
    }
    do {
      arguments.add(or());
    } while (take(","));
    expect(")");
    return arguments;
  }

  private double number() {
    int start = at;
    digits();
    if (peek(".")) {
      at++;
      digits();
    }
    if (peek("e") || peek("E")) {
      int mark = at++;
      if (peek("+") || peek("-")) {
        at++;
      }
      int from = at;
      digits();
      if (at == from) {
        at = mark;
      }
    }
    try {
      return Double.parseDouble(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw errorAt(start, "'" + text.substring(start, at) + "' is not a number");
    }
  }

  private void digits() {
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
  }

  private String name() {
    skipSpace();
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at == start) {
      throw error(
          at < text.length()
              ? "'" + text.charAt(at) + "' does not fit here"
              : "the formula ends too early");
    }
    return text.substring(start, at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean peek(String token) {
    return text.startsWith(token, at);
  }

  private boolean take(String token) {
    skipSpace();
    if (peek(token)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw error("'" + token + "' is missing");
    }
  }

  private FormulaException error(String what) {
    return errorAt(at, what);
  }

  private FormulaException errorAt(int position, String what) {
    return new FormulaException(text, position, what);
  }
}
