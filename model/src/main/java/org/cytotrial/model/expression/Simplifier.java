package org.cytotrial.model.expression;

import static org.cytotrial.model.expression.Expression.Constant.ONE;
import static org.cytotrial.model.expression.Expression.Constant.ZERO;
import static org.cytotrial.model.expression.Expression.constant;

import java.util.List;
import org.cytotrial.model.expression.Expression.Add;
import org.cytotrial.model.expression.Expression.Constant;
import org.cytotrial.model.expression.Expression.Divide;
import org.cytotrial.model.expression.Expression.Multiply;
import org.cytotrial.model.expression.Expression.Negate;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Expression.Power;
import org.cytotrial.model.expression.Expression.Subtract;
import org.cytotrial.model.expression.Expression.Symbol;
import org.cytotrial.model.expression.Expression.Time;

/// Folds constants and drops neutral elements, from the leaves up. `0*x` becomes 0 even where x
/// could be infinite or NaN, as is usual for kinetic laws.
public final class Simplifier {
  private Simplifier() {}

  public static Expression simplify(Expression expression) {
    List<Expression> parts = expression.children().stream().map(Simplifier::simplify).toList();
    Expression node = expression.withChildren(parts);
    if (!parts.isEmpty() && parts.stream().allMatch(Constant.class::isInstance)) {
      return constant(new Evaluator(0, id -> Double.NaN).value(node));
    }
    return switch (node) {
      case Add(var a, var b) -> add(a, b);
      case Subtract(var a, var b) -> subtract(a, b);
      case Multiply(var a, var b) -> multiply(a, b);
      case Divide(var a, var b) -> divide(a, b);
      case Power(var a, var b) -> power(a, b);
      case Negate(var a) -> negate(a);
      case Piecewise(var a, var condition, var b) -> piecewise(a, condition, b);
      case Constant _, Symbol _, Time _, Expression.Call _, Expression.Compare _ -> node;
    };
  }

  static Expression add(Expression a, Expression b) {
    if (a.equals(ZERO)) {
      return b;
    }
    if (b.equals(ZERO)) {
      return a;
    }
    return b instanceof Negate(var c) ? subtract(a, c) : new Add(a, b);
  }

  static Expression subtract(Expression a, Expression b) {
    if (b.equals(ZERO)) {
      return a;
    }
    if (a.equals(ZERO)) {
      return negate(b);
    }
    if (a.equals(b)) {
      return ZERO;
    }
    return b instanceof Negate(var c) ? add(a, c) : new Subtract(a, b);
  }

  static Expression multiply(Expression a, Expression b) {
    if (a.equals(ZERO) || b.equals(ZERO)) {
      return ZERO;
    }
    if (a.equals(ONE)) {
      return b;
    }
    if (b.equals(ONE)) {
      return a;
    }
    if (a instanceof Negate(var c)) {
      return negate(multiply(c, b));
    }
    return b instanceof Negate(var c) ? negate(multiply(a, c)) : new Multiply(a, b);
  }

  static Expression divide(Expression a, Expression b) {
    if (a.equals(ZERO)) {
      return ZERO;
    }
    if (b.equals(ONE)) {
      return a;
    }
    return a instanceof Negate(var c) ? negate(divide(c, b)) : new Divide(a, b);
  }

  static Expression power(Expression a, Expression b) {
    if (b.equals(ONE)) {
      return a;
    }
    return b.equals(ZERO) ? ONE : new Power(a, b);
  }

  static Expression negate(Expression a) {
    return switch (a) {
      case Constant(var value) -> constant(-value);
      case Negate(var b) -> b;
      case Subtract(var b, var c) -> new Subtract(c, b);
      default -> new Negate(a);
    };
  }

  static Expression piecewise(Expression a, Expression condition, Expression b) {
    if (condition instanceof Constant(var truth)) {
      return truth != 0 ? a : b;
    }
    return a.equals(b) ? a : new Piecewise(a, condition, b);
  }
}
