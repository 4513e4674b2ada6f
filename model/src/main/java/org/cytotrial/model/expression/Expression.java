package org.cytotrial.model.expression;

import java.util.List;
import java.util.function.Consumer;

/// A formula of a model: a kinetic law, a rule, an initial assignment, an event's trigger or
/// amount.
public sealed interface Expression {
  /// A literal number.
  record Constant(double value) implements Expression {
    public static final Constant ZERO = new Constant(0);
    public static final Constant ONE = new Constant(1);
  }

  /// The value of a species, parameter, compartment or rule.
  record Symbol(String id) implements Expression {}

  /// Simulation time (SBML csymbol `time`), in the model's time unit.
  record Time() implements Expression {}

  record Add(Expression left, Expression right) implements Expression {}

  record Subtract(Expression left, Expression right) implements Expression {}

  record Multiply(Expression left, Expression right) implements Expression {}

  record Divide(Expression left, Expression right) implements Expression {}

  record Power(Expression base, Expression exponent) implements Expression {}

  record Negate(Expression operand) implements Expression {}

  /// A named function; `arguments` has the length that `function` asks for.
  record Call(Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != function.arity()) {
        throw new IllegalArgumentException(
            "Function %s takes %d arguments, not %d"
                .formatted(function.spelling(), function.arity(), arguments.size()));
      }
    }

    public static Call of(Function function, Expression... arguments) {
      return new Call(function, List.of(arguments));
    }
  }

  /// 1 where the comparison holds, else 0.
  record Compare(Comparison comparison, Expression left, Expression right) implements Expression {}

  /// `value` where `condition` is not 0, else `otherwise`; longer piecewise functions nest in
  /// `otherwise`.
  record Piecewise(Expression value, Expression condition, Expression otherwise)
      implements Expression {}

  static Expression constant(double value) {
    return new Constant(value);
  }

  static Expression symbol(String id) {
    return new Symbol(id);
  }

  /// Reads infix text, such as `k_el*max(0, A - A_0)^2`; see [FormulaParser].
  static Expression parse(String text) {
    return FormulaParser.parse(text);
  }

  default Expression plus(Expression other) {
    return new Add(this, other);
  }

  default Expression minus(Expression other) {
    return new Subtract(this, other);
  }

  default Expression times(Expression other) {
    return new Multiply(this, other);
  }

  default Expression over(Expression other) {
    return new Divide(this, other);
  }

  /// The direct parts, from left to right.
  default List<Expression> children() {
    return switch (this) {
      case Constant _, Symbol _, Time _ -> List.of();
      case Add(var a, var b) -> List.of(a, b);
      case Subtract(var a, var b) -> List.of(a, b);
      case Multiply(var a, var b) -> List.of(a, b);
      case Divide(var a, var b) -> List.of(a, b);
      case Power(var a, var b) -> List.of(a, b);
      case Negate(var a) -> List.of(a);
      case Call(_, var arguments) -> arguments;
      case Compare(_, var a, var b) -> List.of(a, b);
      case Piecewise(var a, var b, var c) -> List.of(a, b, c);
    };
  }

  /// The same node over other parts.
  default Expression withChildren(List<Expression> parts) {
    return switch (this) {
      case Constant _, Symbol _, Time _ -> this;
      case Add _ -> new Add(parts.get(0), parts.get(1));
      case Subtract _ -> new Subtract(parts.get(0), parts.get(1));
      case Multiply _ -> new Multiply(parts.get(0), parts.get(1));
      case Divide _ -> new Divide(parts.get(0), parts.get(1));
      case Power _ -> new Power(parts.get(0), parts.get(1));
      case Negate _ -> new Negate(parts.get(0));
      case Call(var function, _) -> new Call(function, parts);
      case Compare(var comparison, _, _) -> new Compare(comparison, parts.get(0), parts.get(1));
      case Piecewise _ -> new Piecewise(parts.get(0), parts.get(1), parts.get(2));
    };
  }

  /// Visits this node and all below it, parents first.
  default void forEach(Consumer<? super Expression> visitor) {
    visitor.accept(this);
    for (Expression child : children()) {
      child.forEach(visitor);
    }
  }

  /// Calls `ids` with each symbol, as often as it stands.
  default void forEachSymbol(Consumer<String> ids) {
    forEach(node -> {
      if (node instanceof Symbol(var id)) {
        ids.accept(id);
      }
    });
  }
}
