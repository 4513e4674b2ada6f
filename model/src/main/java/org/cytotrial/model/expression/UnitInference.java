package org.cytotrial.model.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.cytotrial.domain.quantity.Unit;
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

/// The unit of a formula, from the units of its symbols.
///
/// Literals are dimensionless; but 0, infinity and NaN fit any unit where two units must be the
/// same (sums, comparisons, `min`, `max`, branches). A symbol without a unit makes everything it
/// multiplies unknown, which is never a problem.
///
/// @param symbols the unit of a symbol, empty where none is known
/// @param timeUnit unit of simulation time
/// @param problems takes one sentence per mismatch, with the part of the formula and both units
public record UnitInference(
    java.util.function.Function<String, Optional<Unit>> symbols,
    Unit timeUnit,
    Consumer<String> problems) {

  /// The unit of `expression`; after a mismatch that of the left side.
  public Optional<Unit> of(Expression expression) {
    return switch (expression) {
      case Constant _ -> Optional.of(Unit.DIMENSIONLESS);
      case Symbol(var id) -> symbols.apply(id);
      case Time() -> Optional.of(timeUnit);
      case Add(var a, var b) -> alike(expression, a, b);
      case Subtract(var a, var b) -> alike(expression, a, b);
      case Multiply(var a, var b) -> combined(expression, of(a), of(b), Unit::times);
      case Divide(var a, var b) -> combined(expression, of(a), of(b), Unit::per);
      case Power(var a, var b) -> power(expression, a, b);
      case Negate(var a) -> of(a);
      case Call(var function, var arguments) -> call(expression, function, arguments);
      case Compare(_, var a, var b) -> {
        alike(expression, a, b);
        yield Optional.of(Unit.DIMENSIONLESS);
      }
      case Piecewise(var a, var condition, var b) -> {
        of(condition);
        yield alike(expression, a, b);
      }
    };
  }

  /// Whether the formula is a number that has no unit of its own, such as 0 or a choice between
  /// zeros.
  public static boolean fitsAnyUnit(Expression expression) {
    return switch (expression) {
      case Constant(var value) -> value == 0 || !Double.isFinite(value);
      case Negate(var a) -> fitsAnyUnit(a);
      case Piecewise(var a, _, var b) -> fitsAnyUnit(a) && fitsAnyUnit(b);
      case Add _, Subtract _, Multiply _, Divide _, Power _ -> false;
      case Symbol _, Time _, Call _, Compare _ -> false;
    };
  }

  private Optional<Unit> alike(Expression whole, Expression a, Expression b) {
    Optional<Unit> left = of(a);
    Optional<Unit> right = of(b);
    if (fitsAnyUnit(a)) {
      return right;
    }
    if (fitsAnyUnit(b)) {
      return left;
    }
    if (left.isPresent() && right.isPresent() && !left.get().isSameAs(right.get())) {
      problems.accept(
          "in '%s', '%s' is in [%s] but '%s' is in [%s]; both must be in the same unit"
              .formatted(text(whole), text(a), left.get(), text(b), right.get()));
    }
    return left.or(() -> right);
  }

  private Optional<Unit> combined(
      Expression whole, Optional<Unit> left, Optional<Unit> right, BinaryOperator<Unit> how) {
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(how.apply(left.get(), right.get()));
    } catch (IllegalArgumentException e) {
      problems.accept(
          "the unit of '%s' is out of range: %s".formatted(text(whole), e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Unit> power(Expression whole, Expression base, Expression exponent) {
    Optional<Unit> unit = of(base);
    if (Simplifier.simplify(exponent) instanceof Constant(var value)) {
      return combined(whole, unit, unit, (u, _) -> u.power(value));
    }
    wantDimensionless(whole, base, unit);
    wantDimensionless(whole, exponent, of(exponent));
    return Optional.of(Unit.DIMENSIONLESS);
  }

  private Optional<Unit> call(Expression whole, Function function, List<Expression> arguments) {
    Expression a = arguments.getFirst();
    return switch (function) {
      case MIN, MAX -> alike(whole, a, arguments.get(1));
      case ABS, FLOOR, CEIL -> of(a);
      case SQRT -> of(a).map(u -> u.power(0.5));
      case AND, OR, NOT -> {
        arguments.forEach(this::of);
        yield Optional.of(Unit.DIMENSIONLESS);
      }
      case EXP, LN, LOG10, SIN, COS, TAN, TANH, ASIN, ACOS, ATAN -> {
        wantDimensionless(whole, a, of(a));
        yield Optional.of(Unit.DIMENSIONLESS);
      }
    };
  }

  private void wantDimensionless(Expression whole, Expression part, Optional<Unit> unit) {
    if (unit.isPresent() && !unit.get().isSameAs(Unit.DIMENSIONLESS)) {
      problems.accept(
          "in '%s', '%s' is in [%s] but must be dimensionless"
              .formatted(text(whole), text(part), unit.get()));
    }
  }

  private static String text(Expression expression) {
    String text = FormulaWriter.write(expression);
    return text.length() <= 90 ? text : text.substring(0, 87) + "...";
  }
}
