package org.cytotrial.model.sbml;

import static org.cytotrial.model.expression.Expression.Constant.ONE;
import static org.cytotrial.model.expression.Expression.Constant.ZERO;
import static org.cytotrial.model.expression.Expression.constant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
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
import org.cytotrial.model.expression.Function;

/// What the operators of MathML mean in our algebra. Those that the algebra lacks are rewritten;
/// the inverse functions take the branches that libSBML and the SBML Test Suite take (`arccot(x) =
/// atan(1/x)`).
final class MathmlOperators {
  /// An operator over a number of arguments that lies between `least` and `most`.
  record Operator(
      int least, int most, java.util.function.Function<List<Expression>, Expression> meaning) {}

  /// How many operands are folded one after the other.
  static final int WIDEST = 64;

  private static final Map<String, Operator> OPERATORS = operators();

  private MathmlOperators() {}

  static Optional<Operator> named(String name) {
    return Optional.ofNullable(OPERATORS.get(name));
  }

  /// `x^(1/degree)`, or the square root.
  static Expression root(Expression x, Optional<Expression> degree) {
    if (degree.isEmpty() || degree.get().equals(constant(2))) {
      return Call.of(Function.SQRT, x);
    }
    return new Power(x, new Divide(ONE, degree.get()));
  }

  /// The logarithm to `base`, or to 10.
  static Expression logarithm(Expression x, Optional<Expression> base) {
    if (base.isEmpty() || base.get().equals(constant(10))) {
      return Call.of(Function.LOG10, x);
    }
    return new Divide(Call.of(Function.LN, x), Call.of(Function.LN, base.get()));
  }

  /// The factorial of a literal; empty for anything else.
  static Optional<Expression> factorial(Expression x) {
    if (!(x instanceof Constant(var n)) || n < 0 || n != Math.rint(n)) {
      return Optional.empty();
    }
    double product = 1;
    for (int i = 2; i <= Math.min(n, 171); i++) {
      product *= i;
    }
    return Optional.of(constant(product));
  }

  private static Map<String, Operator> operators() {
    var table = new HashMap<String, Operator>();
    arithmetic(table);
    functions(table);
    logic(table);
    trigonometry(table);
    hyperbolic(table);
    return Map.copyOf(table);
  }

  private static void arithmetic(Map<String, Operator> table) {
    table.put("plus", folded(ZERO, Add::new));
    table.put("times", folded(ONE, Multiply::new));
    table.put(
        "minus",
        new Operator(
            1,
            2,
            x ->
                x.size() == 1
                    ? new Negate(x.getFirst())
                    : new Subtract(x.getFirst(), x.getLast())));
    table.put("divide", binary(Divide::new));
    table.put("power", binary(Power::new));
    table.put("quotient", binary(MathmlOperators::quotient));
    table.put("rem", binary((a, b) -> new Subtract(a, new Multiply(b, quotient(a, b)))));
  }

  private static void functions(Map<String, Operator> table) {
    table.put("exp", unary(Function.EXP));
    table.put("ln", unary(Function.LN));
    table.put("abs", unary(Function.ABS));
    table.put("floor", unary(Function.FLOOR));
    table.put("ceiling", unary(Function.CEIL));
    table.put("min", atLeastOne((a, b) -> Call.of(Function.MIN, a, b)));
    table.put("max", atLeastOne((a, b) -> Call.of(Function.MAX, a, b)));
  }

  private static void logic(Map<String, Operator> table) {
    table.put("lt", chained(Comparison.LESS));
    table.put("leq", chained(Comparison.AT_MOST));
    table.put("gt", chained(Comparison.GREATER));
    table.put("geq", chained(Comparison.AT_LEAST));
    table.put("eq", chained(Comparison.EQUAL));
    table.put("neq", binary((a, b) -> new Compare(Comparison.UNEQUAL, a, b)));
    table.put("and", folded(ONE, (a, b) -> Call.of(Function.AND, a, b)));
    table.put("or", folded(ZERO, (a, b) -> Call.of(Function.OR, a, b)));
    table.put("not", unary(Function.NOT));
    table.put("xor", folded(ZERO, (a, b) -> new Compare(Comparison.UNEQUAL, truth(a), truth(b))));
    table.put("implies", binary((a, b) -> Call.of(Function.OR, Call.of(Function.NOT, a), b)));
  }

  private static void trigonometry(Map<String, Operator> table) {
    table.put("sin", unary(Function.SIN));
    table.put("cos", unary(Function.COS));
    table.put("tan", unary(Function.TAN));
    table.put("arcsin", unary(Function.ASIN));
    table.put("arccos", unary(Function.ACOS));
    table.put("arctan", unary(Function.ATAN));
    table.put("csc", one(x -> inverse(Call.of(Function.SIN, x))));
    table.put("sec", one(x -> inverse(Call.of(Function.COS, x))));
    table.put("cot", one(x -> inverse(Call.of(Function.TAN, x))));
    table.put("arccsc", one(x -> Call.of(Function.ASIN, inverse(x))));
    table.put("arcsec", one(x -> Call.of(Function.ACOS, inverse(x))));
    table.put("arccot", one(x -> Call.of(Function.ATAN, inverse(x))));
  }

  private static void hyperbolic(Map<String, Operator> table) {
    table.put("sinh", one(MathmlOperators::sinh));
    table.put("cosh", one(MathmlOperators::cosh));
    table.put("tanh", unary(Function.TANH));
    table.put("csch", one(x -> inverse(sinh(x))));
    table.put("sech", one(x -> inverse(cosh(x))));
    table.put("coth", one(x -> inverse(Call.of(Function.TANH, x))));
    table.put("arcsinh", one(MathmlOperators::arsinh));
    table.put("arccosh", one(MathmlOperators::arcosh));
    table.put("arctanh", one(MathmlOperators::artanh));
    table.put("arccsch", one(x -> arsinh(inverse(x))));
    table.put("arcsech", one(x -> arcosh(inverse(x))));
    table.put("arccoth", one(x -> artanh(inverse(x))));
  }

  private static Operator one(UnaryOperator<Expression> meaning) {
    return new Operator(1, 1, x -> meaning.apply(x.getFirst()));
  }

  private static Operator unary(Function function) {
    return one(x -> Call.of(function, x));
  }

  private static Operator binary(BinaryOperator<Expression> meaning) {
    return new Operator(2, 2, x -> meaning.apply(x.getFirst(), x.getLast()));
  }

  private static Operator folded(Expression none, BinaryOperator<Expression> step) {
    return new Operator(0, Integer.MAX_VALUE, x -> x.isEmpty() ? none : fold(x, step));
  }

  private static Operator atLeastOne(BinaryOperator<Expression> step) {
    return new Operator(1, Integer.MAX_VALUE, x -> fold(x, step));
  }

  /// From the left, but halved where it is longer than [#WIDEST], so that no formula is as deep as
  /// it is long.
  private static Expression fold(List<Expression> x, BinaryOperator<Expression> step) {
    if (x.size() <= WIDEST) {
      return x.stream().reduce(step).orElseThrow();
    }
    int half = x.size() / 2;
    return step.apply(fold(x.subList(0, half), step), fold(x.subList(half, x.size()), step));
  }

  /// `a < b < c` is `a < b and b < c`; one argument alone is true.
  private static Operator chained(Comparison comparison) {
    return new Operator(
        1,
        Integer.MAX_VALUE,
        x -> {
          Expression all = x.size() == 1 ? ONE : new Compare(comparison, x.get(0), x.get(1));
          for (int i = 2; i < x.size(); i++) {
            Expression next = new Compare(comparison, x.get(i - 1), x.get(i));
            all = Call.of(Function.AND, all, next);
          }
          return all;
        });
  }

  private static Expression truth(Expression x) {
    boolean isTruth =
        x instanceof Compare
            || x.equals(ONE)
            || x.equals(ZERO)
            || (x instanceof Call(var f, _)
                && (f == Function.AND || f == Function.OR || f == Function.NOT));
    return isTruth ? x : new Compare(Comparison.UNEQUAL, x, ZERO);
  }

  private static Expression quotient(Expression a, Expression b) {
    Expression ratio = new Divide(a, b);
    return new Piecewise(
        Call.of(Function.FLOOR, ratio),
        new Compare(Comparison.AT_LEAST, ratio, ZERO),
        Call.of(Function.CEIL, ratio));
  }

  private static Expression inverse(Expression x) {
    return new Divide(ONE, x);
  }

  private static Expression sinh(Expression x) {
    return new Divide(
        Call.of(Function.EXP, x).minus(Call.of(Function.EXP, new Negate(x))), constant(2));
  }

  private static Expression cosh(Expression x) {
    return new Divide(
        Call.of(Function.EXP, x).plus(Call.of(Function.EXP, new Negate(x))), constant(2));
  }

  /// Odd, so that no digits are lost for large negative x.
  private static Expression arsinh(Expression x) {
    Expression size = Call.of(Function.ABS, x);
    Expression root = Call.of(Function.SQRT, new Power(x, constant(2)).plus(ONE));
    Expression value = Call.of(Function.LN, size.plus(root));
    return new Piecewise(value, new Compare(Comparison.AT_LEAST, x, ZERO), new Negate(value));
  }

  private static Expression arcosh(Expression x) {
    Expression root = Call.of(Function.SQRT, new Power(x, constant(2)).minus(ONE));
    return Call.of(Function.LN, x.plus(root));
  }

  private static Expression artanh(Expression x) {
    return new Divide(Call.of(Function.LN, new Divide(ONE.plus(x), ONE.minus(x))), constant(2));
  }
}
