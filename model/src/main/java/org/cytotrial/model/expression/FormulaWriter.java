package org.cytotrial.model.expression;

import java.util.stream.Collectors;
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

/// Writes infix text that [FormulaParser] reads back as the same tree.
public final class FormulaWriter {
  private static final int SUM = 2;
  private static final int PRODUCT = 3;
  private static final int SIGN = 4;
  private static final int POWER = 5;
  private static final int ATOM = 6;

  private FormulaWriter() {}

  public static String write(Expression expression) {
    return switch (expression) {
      case Constant(var value) -> number(value);
      case Symbol(var id) -> id;
      case Time() -> "time";
      case Add(var a, var b) -> within(a, SUM) + " + " + within(b, PRODUCT);
      case Subtract(var a, var b) -> within(a, SUM) + " - " + within(b, PRODUCT);
      case Multiply(var a, var b) -> within(a, PRODUCT) + "*" + within(b, SIGN);
      case Divide(var a, var b) -> within(a, PRODUCT) + "/" + within(b, SIGN);
      case Power(var a, var b) -> within(a, ATOM) + "^" + within(b, SIGN);
      case Negate(var a) -> "-" + within(a, SIGN);
      case Call(var function, var arguments) ->
          arguments.stream()
              .map(FormulaWriter::write)
              .collect(Collectors.joining(", ", function.spelling() + "(", ")"));
      case Compare(var comparison, var a, var b) ->
          within(a, SUM) + " " + comparison.spelling() + " " + within(b, SUM);
      case Piecewise(var a, var condition, var b) ->
          "piecewise(%s, %s, %s)".formatted(write(a), write(condition), write(b));
    };
  }

  private static String within(Expression expression, int least) {
    String text = write(expression);
    return strength(expression) < least ? "(" + text + ")" : text;
  }

  private static int strength(Expression expression) {
    return switch (expression) {
      case Compare _ -> 1;
      case Add _, Subtract _ -> SUM;
      case Multiply _, Divide _ -> PRODUCT;
      case Negate _ -> SIGN;
      case Constant(var value) -> value < 0 ? SIGN : ATOM;
      case Power _ -> POWER;
      case Symbol _, Time _, Call _, Piecewise _ -> ATOM;
    };
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return Double.isInfinite(value)
        ? (value > 0 ? "infinity" : "-infinity")
        : Double.toString(value);
  }
}
