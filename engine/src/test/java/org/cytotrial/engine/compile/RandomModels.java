package org.cytotrial.engine.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cytotrial.domain.quantity.Unit;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Call;
import org.cytotrial.model.expression.Expression.Compare;
import org.cytotrial.model.expression.Expression.Divide;
import org.cytotrial.model.expression.Expression.Negate;
import org.cytotrial.model.expression.Expression.Piecewise;
import org.cytotrial.model.expression.Expression.Power;
import org.cytotrial.model.expression.Function;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Rule;

/// Small random models of rate rules and assignment rules over each other, with every kind of
/// expression.
final class RandomModels {
  static final int STATES = 4;
  private static final int RULES = 3;
  private static final List<String> INPUTS = List.of("y0", "y1", "y2", "y3", "a", "b", "c");

  private final SplittableRandom random;
  private final List<String> symbols = new ArrayList<>(INPUTS);

  private RandomModels(long seed) {
    random = new SplittableRandom(seed);
  }

  /// The same model for the same seed.
  static Model model(long seed) {
    return new RandomModels(seed).model();
  }

  /// A model whose parameters `y0`, `y1` … have these rates.
  static Model withRates(List<Expression> rates) {
    List<Rule> rules = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      rules.add(new Rule.Rate("y" + i, rates.get(i)));
      parameters.add(parameter("y" + i, false));
    }
    return of(parameters, rules);
  }

  private Model model() {
    List<Rule> rules = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    INPUTS.forEach(id -> parameters.add(parameter(id, !id.startsWith("y"))));
    for (int i = 0; i < RULES; i++) {
      String id = "r" + i;
      parameters.add(parameter(id, false));
      rules.add(new Rule.Assignment(id, formula(3)));
      symbols.add(id);
    }
    for (int i = 0; i < STATES; i++) {
      rules.add(new Rule.Rate("y" + i, formula(4)));
    }
    return of(parameters, rules);
  }

  private static Parameter parameter(String id, boolean isConstant) {
    return new Parameter(id, 1, Optional.empty(), isConstant);
  }

  private static Model of(List<Parameter> parameters, List<Rule> rules) {
    return new Model(
        "random",
        Unit.DIMENSIONLESS,
        Unit.DIMENSIONLESS,
        List.of(),
        List.of(),
        parameters,
        List.of(),
        rules,
        List.of(),
        List.of());
  }

  private Expression formula(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return leaf();
    }
    int next = depth - 1;
    return switch (random.nextInt(11)) {
      case 0, 1 -> formula(next).plus(formula(next));
      case 2, 3 -> formula(next).minus(formula(next));
      case 4, 5 -> formula(next).times(formula(next));
      case 6 -> new Divide(formula(next), tamed(formula(next)));
      case 7 -> power(next);
      case 8 -> new Negate(formula(next));
      case 9 -> call(one(List.of(Function.values())), next);
      default -> new Piecewise(formula(next), condition(next), formula(next));
    };
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Expression leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> Expression.constant(random.nextInt(-2, 4));
      case 1 -> Expression.constant(random.nextDouble(0.1, 5));
      case 2 -> new Expression.Time();
      default -> Expression.symbol(one(symbols));
    };
  }

  private Expression power(int depth) {
    Expression exponent =
        switch (random.nextInt(4)) {
          case 0 -> Expression.constant(random.nextInt(-4, 11));
          case 1 -> Expression.constant(0.5);
          case 2 -> Expression.symbol("a");
          default -> formula(depth);
        };
    return new Power(tamed(formula(depth)), exponent);
  }

  private Expression call(Function function, int depth) {
    return switch (function) {
      case LN, LOG10, SQRT -> Call.of(function, tamed(formula(depth)));
      case ASIN, ACOS, EXP, TAN -> Call.of(function, Call.of(Function.TANH, formula(depth)));
      case ABS, FLOOR, CEIL, SIN, COS, TANH, ATAN, NOT -> Call.of(function, formula(depth));
      case MIN, MAX, AND, OR -> Call.of(function, formula(depth), formula(depth));
    };
  }

  /// Positive mostly: few formulas of random operands have a value otherwise.
  private Expression tamed(Expression x) {
    return random.nextInt(6) == 0 ? x : Call.of(Function.ABS, x).plus(Expression.constant(0.1));
  }

  private Expression condition(int depth) {
    Comparison comparison = one(List.of(Comparison.values()));
    Expression compare = new Compare(comparison, formula(depth), formula(depth));
    return switch (random.nextInt(4)) {
      case 0 -> Call.of(Function.NOT, compare);
      case 1 -> Call.of(Function.AND, compare, formula(depth));
      case 2 -> formula(depth);
      default -> compare;
    };
  }
}
