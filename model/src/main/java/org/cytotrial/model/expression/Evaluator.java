package org.cytotrial.model.expression;

import java.util.function.ToDoubleFunction;
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

/// Walks the tree. Slow and obvious: the oracle that compiled kernels are tested against.
public record Evaluator(double time, ToDoubleFunction<String> symbols) {
  public double value(Expression expression) {
    return switch (expression) {
      case Constant(var value) -> value;
      case Symbol(var id) -> symbols.applyAsDouble(id);
      case Time() -> time;
      case Add(var a, var b) -> value(a) + value(b);
      case Subtract(var a, var b) -> value(a) - value(b);
      case Multiply(var a, var b) -> value(a) * value(b);
      case Divide(var a, var b) -> value(a) / value(b);
      case Power(var a, var b) -> Math.pow(value(a), value(b));
      case Negate(var a) -> -value(a);
      case Call(var f, var args) ->
          f.apply(value(args.get(0)), f.arity() > 1 ? value(args.get(1)) : 0);
      case Compare(var comparison, var a, var b) -> comparison.test(value(a), value(b)) ? 1 : 0;
      case Piecewise(var a, var condition, var b) -> value(condition) != 0 ? value(a) : value(b);
    };
  }
}
