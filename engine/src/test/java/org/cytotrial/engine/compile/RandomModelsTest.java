package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cytotrial.engine.compile.KernelCheck.Point;
import org.cytotrial.engine.compile.KernelOracleTest.Tree;
import org.cytotrial.model.expression.Comparison;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.expression.Expression.Call;
import org.cytotrial.model.expression.Expression.Compare;
import org.cytotrial.model.expression.Function;
import org.cytotrial.model.network.Model;
import org.junit.jupiter.api.Test;

/// Every kind of expression, compiled, against the oracle. Failures name their seed;
/// `-Dtest.seed=N` replays it.
class RandomModelsTest {
  private static final int MODELS = 400;
  private static final int STATES_PER_MODEL = 5;

  @Test
  void kernelsOfRandomModelsAgreeWithTheOracle() {
    Long replay = Long.getLong("test.seed");
    long[] seeds = replay != null ? new long[] {replay} : LongStream.range(0, MODELS).toArray();
    int compared = 0;
    double worst = 0;
    Set<Function> functions = EnumSet.noneOf(Function.class);
    Set<Comparison> comparisons = EnumSet.noneOf(Comparison.class);
    for (long seed : seeds) {
      Model model = RandomModels.model(seed);
      model
          .rules()
          .forEach(rule -> rule.formula().forEach(node -> note(node, functions, comparisons)));
      CompiledModel compiled = ModelCompiler.compile(model);
      var laneKernel = new LaneAdapter(compiled, List.of());
      var random = new SplittableRandom(seed);
      for (int i = 0; i < STATES_PER_MODEL; i++) {
        Point at = point(compiled, random);
        var oracle = new DualOracle(compiled.equations(), at.t(), at.y(), at.p());
        compiled.equations().derivatives().values().forEach(oracle::of);
        if (!oracle.isNearDecision() && !oracle.metInfinity()) {
          var check = new KernelCheck(compiled);
          check.compare("test.seed=" + seed, at.t(), at.y(), at.p());
          check.assertAgreement();
          worst = Math.max(worst, check.worst());
          var lanes = new KernelCheck(compiled, laneKernel);
          lanes.compare("lanes, test.seed=" + seed, at.t(), at.y(), at.p());
          lanes.assertAgreement();
          worst = Math.max(worst, lanes.worst());
          compared++;
        }
      }
    }
    System.out.printf("%d random states compared, largest difference %.1e%n", compared, worst);
    assertTrue(replay != null || compared > MODELS * STATES_PER_MODEL / 4);
    if (replay == null) {
      assertEquals(EnumSet.allOf(Function.class), functions);
      assertEquals(EnumSet.allOf(Comparison.class), comparisons);
    }
  }

  /// Infinities and NaN, which the comparison of sizes leaves out: every function, comparison and
  /// piecewise.
  @Test
  void specialValuesAreThoseOfTheTree() {
    double[] special = {
      Double.NaN, 0, 1, -1, 0.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    Expression a = Expression.symbol("y0");
    Expression b = Expression.symbol("y1");
    List<Expression> formulas =
        new ArrayList<>(List.of(a.plus(b), a.minus(b), a.times(b), new Expression.Power(a, b)));
    for (Function function : Function.values()) {
      formulas.add(function.arity() == 1 ? Call.of(function, a) : Call.of(function, a, b));
    }
    for (Comparison comparison : Comparison.values()) {
      formulas.add(new Compare(comparison, a, b));
      formulas.add(
          new Expression.Piecewise(Expression.constant(2), new Compare(comparison, a, b), b));
    }
    formulas.add(new Expression.Piecewise(Expression.constant(2), a, b));
    CompiledModel compiled = ModelCompiler.compile(RandomModels.withRates(List.of(a, b)));
    Formulas generated = compiled.formulas(formulas);
    var lanes = new LaneAdapter(compiled, formulas);
    double[] out = new double[formulas.size()];
    double[] w = new double[generated.workspace()];
    for (double x : special) {
      for (double y : special) {
        Point at = new Point(0, new double[] {x, y}, new double[0]);
        generated.evaluate(0, at.y(), at.p(), w, out);
        var tree = new Tree(compiled.equations(), at);
        double[] observed = lanes.observe(0, at.y());
        for (int i = 0; i < out.length; i++) {
          String where = formulas.get(i) + " at " + x + ", " + y;
          double expected = tree.value(formulas.get(i)) + 0.0;
          assertEquals(expected, out[i] + 0.0, where);
          LaneMathTest.assertClose(expected, observed[i] + 0.0, 4, "lanes, " + where);
        }
      }
    }
  }

  private static void note(Expression node, Set<Function> functions, Set<Comparison> comparisons) {
    if (node instanceof Call(var function, _)) {
      functions.add(function);
    }
    if (node instanceof Compare(var comparison, _, _)) {
      comparisons.add(comparison);
    }
  }

  static Point point(CompiledModel compiled, SplittableRandom random) {
    double[] y = random.doubles(compiled.stateCount(), -2, 3).toArray();
    double[] p = random.doubles(compiled.equations().parameters().size(), -1, 3).toArray();
    return new Point(random.nextDouble(0, 4), y, p);
  }
}
