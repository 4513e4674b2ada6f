package org.cytotrial.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Expression;
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
import org.cytotrial.model.expression.Function;

/// Derivatives by forward mode over the expression tree: shares nothing with `Derivative`, `Graph`
/// or the emitters.
///
/// Inputs are the states and, last, time. At a kink it follows the branch that the value takes:
/// `max(a, b)` is `a` where `a >= b`.
final class DualOracle {
  private static final double ROUNDING = 1e-13;

  private final Equations equations;
  private final double time;
  private final Map<String, Dual> known = new HashMap<>();
  private final int inputs;
  private boolean nearDecision;
  private boolean metInfinity;

  DualOracle(Equations equations, double time, double[] y, double[] p) {
    this.equations = equations;
    this.time = time;
    this.inputs = y.length + 1;
    for (int i = 0; i < p.length; i++) {
      known.put(equations.parameters().get(i), Dual.constant(p[i]));
    }
    for (int i = 0; i < y.length; i++) {
      known.put(equations.states().get(i), Dual.input(y[i], i, inputs));
    }
    equations.definitions().keySet().forEach(known::remove);
  }

  /// Whether any decision so far hung on rounding: two computed numbers that differ by no more than
  /// it.
  boolean isNearDecision() {
    return nearDecision;
  }

  /// Whether any number on the way to a result was not finite; then 0 times it may be 0 or NaN.
  boolean metInfinity() {
    return metInfinity;
  }

  Dual symbol(String id) {
    Dual dual = known.get(id);
    if (dual == null) {
      dual = of(java.util.Objects.requireNonNull(equations.definitions().get(id), id));
      known.put(id, dual);
    }
    return dual;
  }

  Dual of(Expression expression) {
    Dual dual = evaluate(expression);
    metInfinity |= !Double.isFinite(dual.size()) || !dual.isFinite();
    return dual;
  }

  private Dual evaluate(Expression expression) {
    return switch (expression) {
      case Constant(var value) -> Dual.constant(value);
      case Symbol(var id) -> symbol(id);
      case Time() -> Dual.input(time, inputs - 1, inputs);
      case Add(var a, var b) -> of(a).plus(of(b), 1);
      case Subtract(var a, var b) -> of(a).plus(of(b), -1);
      case Multiply(var a, var b) -> of(a).times(of(b));
      case Divide(var a, var b) -> of(a).over(of(b));
      case Power(var a, var b) -> of(a).power(of(b));
      case Negate(var a) -> Dual.constant(0).plus(of(a), -1);
      case Call(var function, var arguments) -> call(function, arguments);
      case Compare(var comparison, var a, var b) ->
          Dual.step(holds(comparison, of(a), of(b)) ? 1 : 0);
      case Piecewise(var a, var condition, var b) -> of(condition).value() != 0 ? of(a) : of(b);
    };
  }

  private boolean holds(Comparison comparison, Dual a, Dual b) {
    nearDecision |= isClose(a, b);
    return comparison.test(a.value(), b.value());
  }

  private static boolean isClose(Dual a, Dual b) {
    boolean close = Math.abs(a.value() - b.value()) <= ROUNDING * (a.size() + b.size());
    boolean exact = (a.isExact() && b.isExact()) || a.size() + b.size() == 0;
    return close && !exact;
  }

  private Dual call(Function function, List<Expression> arguments) {
    Dual a = of(arguments.get(0));
    double x = a.value();
    return switch (function) {
      case MAX, MIN -> {
        Dual b = of(arguments.get(1));
        boolean first =
            holds(function == Function.MAX ? Comparison.AT_LEAST : Comparison.AT_MOST, a, b);
        yield first
            ? a.withSize(isClose(a, b) ? b.size() : 0)
            : b.withSize(isClose(a, b) ? a.size() : 0);
      }
      case AND -> Dual.step(x != 0 && of(arguments.get(1)).value() != 0 ? 1 : 0);
      case OR -> Dual.step(x != 0 || of(arguments.get(1)).value() != 0 ? 1 : 0);
      case NOT -> Dual.step(x == 0 ? 1 : 0);
      case ABS ->
          holds(Comparison.AT_LEAST, a, Dual.constant(0)) ? a : Dual.constant(0).plus(a, -1);
      case FLOOR -> rounded(a, Math.floor(x));
      case CEIL -> rounded(a, Math.ceil(x));
      case EXP -> a.smooth(Math.exp(x), Math.exp(x), Math.exp(x));
      case LN -> a.smooth(Math.log(x), 1 / x, -1 / (x * x));
      case LOG10 -> {
        double c = 1 / Math.log(10);
        yield a.smooth(Math.log10(x), c / x, -c / (x * x));
      }
      case SQRT -> a.smooth(Math.sqrt(x), 0.5 / Math.sqrt(x), -0.25 / (x * Math.sqrt(x)));
      case SIN -> a.smooth(Math.sin(x), Math.cos(x), -Math.sin(x));
      case COS -> a.smooth(Math.cos(x), -Math.sin(x), -Math.cos(x));
      case TAN -> {
        double slope = 1 / (Math.cos(x) * Math.cos(x));
        yield a.smooth(Math.tan(x), slope, 2 * slope * Math.tan(x));
      }
      case TANH -> {
        double th = Math.tanh(x);
        // 1 - tanh² cancels for large x
        double lost = Math.max(1, 1 / (1 - th * th));
        yield a.smooth(th, 1 - th * th, 2 * lost);
      }
      case ASIN -> a.smooth(Math.asin(x), 1 / Math.sqrt(1 - x * x), arcCurvature(x));
      case ACOS -> a.smooth(Math.acos(x), -1 / Math.sqrt(1 - x * x), arcCurvature(x));
      case ATAN -> a.smooth(Math.atan(x), 1 / (1 + x * x), -2 * x / Math.pow(1 + x * x, 2));
    };
  }

  private static double arcCurvature(double x) {
    return (1 + Math.abs(x)) / Math.pow(1 - x * x, 1.5);
  }

  private Dual rounded(Dual a, double whole) {
    if (Math.abs(a.value() - Math.rint(a.value())) <= ROUNDING * a.size() && !a.isExact()) {
      nearDecision = true;
    }
    return Dual.step(whole);
  }
}
