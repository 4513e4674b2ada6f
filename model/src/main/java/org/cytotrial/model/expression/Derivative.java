package org.cytotrial.model.expression;

import static org.cytotrial.model.expression.Expression.Constant.ONE;
import static org.cytotrial.model.expression.Expression.Constant.ZERO;
import static org.cytotrial.model.expression.Expression.constant;

import java.util.List;
import org.cytotrial.model.expression.Expression.Add;
import org.cytotrial.model.expression.Expression.Call;
import org.cytotrial.model.expression.Expression.Compare;
import org.cytotrial.model.expression.Expression.Constant;
import org.cytotrial.model.expression.Expression.Divide;
import org.cytotrial.model.expression.Expression.Multiply;
import org.cytotrial.model.expression.Expression.Negate;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Expression.Power;
import org.cytotrial.model.expression.Expression.Subtract;
import org.cytotrial.model.expression.Expression.Symbol;
import org.cytotrial.model.expression.Expression.Time;

/// The partial derivative of a formula by one symbol or by time; every other symbol counts as
/// constant.
///
/// At a kink the derivative is that of the branch which the formula itself takes there: `max(a, b)`
/// follows `a` where `a >= b`, `min(a, b)` follows `a` where `a <= b`. Steps (comparisons, floor,
/// ceil, logic) have derivative 0.
public record Derivative(Expression by) {
  public static Expression of(Expression expression, String symbol) {
    return new Derivative(new Symbol(symbol)).of(expression);
  }

  public static Expression byTime(Expression expression) {
    return new Derivative(new Time()).of(expression);
  }

  private Expression of(Expression e) {
    return switch (e) {
      case Constant _, Compare _ -> ZERO;
      case Symbol _, Time _ -> e.equals(by) ? ONE : ZERO;
      case Add(var a, var b) -> Simplifier.add(of(a), of(b));
      case Subtract(var a, var b) -> Simplifier.subtract(of(a), of(b));
      case Multiply(var a, var b) ->
          Simplifier.add(Simplifier.multiply(of(a), b), Simplifier.multiply(a, of(b)));
      case Divide(var a, var b) -> quotient(a, b);
      case Power(var a, var b) -> power(a, b);
      case Negate(var a) -> Simplifier.negate(of(a));
      case Call(var function, var arguments) -> call(function, arguments);
      case Piecewise(var a, var condition, var b) -> Simplifier.piecewise(of(a), condition, of(b));
    };
  }

  private Expression quotient(Expression a, Expression b) {
    Expression da = of(a);
    Expression db = of(b);
    Expression through = Simplifier.divide(da, b);
    if (db.equals(ZERO)) {
      return through;
    }
    Expression lost = Simplifier.multiply(new Divide(new Divide(a, b), b), db);
    return Simplifier.subtract(through, lost);
  }

  private Expression power(Expression a, Expression b) {
    Expression da = of(a);
    Expression db = of(b);
    Expression sum = ZERO;
    if (!da.equals(ZERO)) {
      Expression lower = Simplifier.power(a, Simplifier.simplify(b.minus(ONE)));
      sum = Simplifier.multiply(Simplifier.multiply(b, lower), da);
    }
    if (!db.equals(ZERO)) {
      Expression byExponent = new Multiply(new Power(a, b), Call.of(Function.LN, a));
      sum = Simplifier.add(sum, Simplifier.multiply(byExponent, db));
    }
    return sum;
  }

  private Expression call(Function function, List<Expression> arguments) {
    Expression a = arguments.get(0);
    Expression da = of(a);
    return switch (function) {
      case MIN, MAX -> {
        Expression b = arguments.get(1);
        var comparison = function == Function.MAX ? Comparison.AT_LEAST : Comparison.AT_MOST;
        yield Simplifier.piecewise(da, new Compare(comparison, a, b), of(b));
      }
      case FLOOR, CEIL, AND, OR, NOT -> ZERO;
      default -> Simplifier.multiply(outer(function, a), da);
    };
  }

  private static Expression outer(Function function, Expression a) {
    Expression square = new Multiply(a, a);
    return switch (function) {
      case EXP -> Call.of(Function.EXP, a);
      case LN -> new Divide(ONE, a);
      case LOG10 -> new Divide(constant(1 / Math.log(10)), a);
      case SQRT -> new Divide(constant(0.5), Call.of(Function.SQRT, a));
      case ABS -> new Piecewise(ONE, new Compare(Comparison.AT_LEAST, a, ZERO), constant(-1));
      case SIN -> Call.of(Function.COS, a);
      case COS -> new Negate(Call.of(Function.SIN, a));
      case TAN -> new Divide(ONE, new Power(Call.of(Function.COS, a), constant(2)));
      case TANH -> new Subtract(ONE, new Power(Call.of(Function.TANH, a), constant(2)));
      case ASIN -> new Divide(ONE, Call.of(Function.SQRT, new Subtract(ONE, square)));
      case ACOS -> new Divide(constant(-1), Call.of(Function.SQRT, new Subtract(ONE, square)));
      case ATAN -> new Divide(ONE, new Add(ONE, square));
      case FLOOR, CEIL, MIN, MAX, AND, OR, NOT ->
          throw new IllegalArgumentException(function + " has no smooth outer derivative");
    };
  }
}
