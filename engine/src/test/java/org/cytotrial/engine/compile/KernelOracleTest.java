package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cytotrial.model.expression.Evaluator;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Rule;
import org.junit.jupiter.api.Test;

/// The generated code of the reference model against the expression tree. Failures name their seed;
/// `-Dtest.seed=N` replays it.
class KernelOracleTest {
  private static final int RUNS = 1000;
  private static final CompiledModel COMPILED = ReferenceStates.COMPILED;

  private static long[] seeds(int runs) {
    Long replay = Long.getLong("test.seed");
    return replay != null ? new long[] {replay} : LongStream.range(0, runs).toArray();
  }

  @Test
  void kernelDerivativeAndJacobianAgreeWithTheOracleOn1000RandomStates() {
    var check = new KernelCheck(COMPILED);
    int atKink = 0;
    for (long seed : seeds(RUNS)) {
      KernelCheck.Point at = ReferenceStates.random(seed);
      DualOracle oracle = check.compare("test.seed=" + seed, at.t(), at.y(), at.p());
      atKink += oracle.isNearDecision() ? 1 : 0;
    }
    check.assertAgreement();
    assertTrue(atKink < RUNS / 20);
    System.out.printf(
        "kernel and oracle differ by at most %.1e of the sum of absolute terms; %d states at a"
            + " kink%n",
        check.worst(), atKink);
  }

  @Test
  void laneKernelAgreesWithTheOracleOnTheSameStates() {
    var check = new KernelCheck(COMPILED, new LaneAdapter(COMPILED, List.of()));
    for (long seed : seeds(RUNS)) {
      KernelCheck.Point at = ReferenceStates.random(seed);
      check.compare("lanes, test.seed=" + seed, at.t(), at.y(), at.p());
    }
    check.assertAgreement();
    System.out.printf(
        "lane kernel and oracle differ by at most %.1e of the sum of absolute terms%n",
        check.worst());
  }

  /// `Evaluator` knows no magnitudes, so this is the weaker of the two; it does not share the dual
  /// numbers' code either.
  @Test
  void derivativesAgreeWithTheEvaluator() {
    double[] w = new double[COMPILED.workspace()];
    double[] f = new double[COMPILED.stateCount()];
    for (long seed : seeds(50)) {
      KernelCheck.Point at = ReferenceStates.random(seed);
      Tree tree = new Tree(COMPILED.equations(), at);
      var sizes = new DualOracle(COMPILED.equations(), at.t(), at.y(), at.p());
      COMPILED.kernel().prepare(at.p(), w);
      COMPILED.kernel().derivative(at.t(), at.y(), at.p(), w, f);
      for (int i = 0; i < f.length; i++) {
        String state = COMPILED.equations().states().get(i);
        Expression formula =
            COMPILED.equations().derivatives().getOrDefault(state, Expression.Constant.ZERO);
        double size = sizes.of(formula).size();
        assertEquals(tree.value(formula), f[i], 1e-12 * size, "test.seed=" + seed + " " + state);
      }
    }
  }

  @Test
  void everyAssignmentRuleAgreesWithTheEvaluator() {
    List<Expression> rules = new ArrayList<>();
    for (Rule rule : ReferenceStates.MODEL.rules()) {
      if (rule instanceof Rule.Assignment(var id, _)) {
        rules.add(Expression.symbol(id));
      }
    }
    assertTrue(rules.contains(Expression.symbol("hold_STRICT")));
    assertTrue(rules.contains(Expression.symbol("g_CRS")));
    Formulas formulas = COMPILED.formulas(rules);
    assertEquals(rules.size(), formulas.count());
    var check = new KernelCheck(COMPILED);
    for (long seed : seeds(200)) {
      KernelCheck.Point at = ReferenceStates.random(seed);
      var oracle = new DualOracle(COMPILED.equations(), at.t(), at.y(), at.p());
      check.compareFormulas("test.seed=" + seed, formulas, rules, oracle, at);
      check.assertAgreement();
      Tree tree = new Tree(COMPILED.equations(), at);
      for (Expression rule : rules) {
        assertEquals(
            tree.value(rule),
            oracle.of(rule).value(),
            1e-12 * oracle.of(rule).size(),
            rule.toString());
      }
    }
  }

  /// Solving with the generated factors leaves a residual of rounding size, for the shifts 1/(gamma
  /// h) of steps of 1e-6 to 2 days.
  @Test
  void factorsSolveTheShiftedSystem() {
    int n = COMPILED.stateCount();
    var check = new KernelCheck(COMPILED);
    double[] lu = new double[COMPILED.factorSize()];
    double worst = 0;
    for (long seed : seeds(200)) {
      KernelCheck.Point at = ReferenceStates.random(seed);
      check.compare("test.seed=" + seed, at.t(), at.y(), at.p());
      var random = new SplittableRandom(seed);
      double shift = Math.pow(10, random.nextDouble(0.4, 6.7));
      double[] b = random.doubles(n, -1, 1).toArray();
      double[] x = b.clone();
      COMPILED.kernel().factor(check.linearised(), shift, lu);
      COMPILED.kernel().solve(lu, x);
      double residual = residual(dense(check.linearised(), shift), x, b);
      worst = Math.max(worst, residual);
      assertTrue(residual < 1e-10, "test.seed=" + seed + " residual " + residual);
    }
    System.out.printf("largest relative residual of the factored solve %.1e%n", worst);
  }

  private static double[][] dense(double[] fj, double shift) {
    int n = COMPILED.stateCount();
    double[][] a = new double[n][n];
    int entry = n;
    List<BitSet> pattern = COMPILED.pattern();
    for (int i = 0; i < n; i++) {
      for (int j : pattern.get(i).stream().toArray()) {
        a[i][j] = -fj[entry++];
      }
      a[i][i] += shift;
    }
    return a;
  }

  /// Componentwise: |b - Ax| over |A||x| + |b| (Oettli & Prager 1964, doi:10.1007/BF01386090), the
  /// worst row.
  private static double residual(double[][] a, double[] x, double[] b) {
    double worst = 0;
    double norm = Arrays.stream(x).map(Math::abs).max().orElse(0);
    for (int i = 0; i < b.length; i++) {
      double sum = b[i];
      double size = Math.abs(b[i]);
      for (int j = 0; j < b.length; j++) {
        sum -= a[i][j] * x[j];
        size += Math.abs(a[i][j]) * norm;
      }
      worst = Math.max(worst, Math.abs(sum) / size);
    }
    return worst;
  }

  @Test
  void aChangedParameterGivesTheSameAsAFreshStart() {
    var changed = new CompiledSystem(COMPILED);
    var fresh = new CompiledSystem(COMPILED);
    double[] ours = new double[COMPILED.stateCount()];
    double[] theirs = new double[COMPILED.stateCount()];
    for (long seed : seeds(50)) {
      KernelCheck.Point from = ReferenceStates.random(seed);
      KernelCheck.Point to = ReferenceStates.random(seed + 1);
      changed.bind(from.p());
      changed.linearise(0, to.y(), ours);
      for (int i = 0; i < to.p().length; i++) {
        changed.set(i, to.p()[i]);
      }
      fresh.bind(to.p());
      double[] b = new double[ours.length];
      double[] c = new double[ours.length];
      for (CompiledSystem system : List.of(changed, fresh)) {
        system.linearise(0, to.y(), system == changed ? ours : theirs);
        system.factor(100);
        double[] x = system == changed ? b : c;
        Arrays.fill(x, 1);
        system.solve(x);
      }
      assertArrayEquals(theirs, ours, "test.seed=" + seed);
      assertArrayEquals(c, b, "test.seed=" + seed);
    }
  }

  @Test
  void infusionsAddUpAndEndExactly() {
    var system = new CompiledSystem(COMPILED);
    KernelCheck.Point at = ReferenceStates.random(3);
    system.bind(at.p());
    int n = COMPILED.stateCount();
    int state = COMPILED.state("I2c");
    double[] without = new double[n];
    double[] with = new double[n];
    system.derivative(0, at.y(), without);
    system.infuse(state, 0.1);
    system.infuse(state, 0.2);
    system.linearise(0, at.y(), with);
    assertEquals(without[state] + (0.1 + 0.2), with[state]);
    system.infuse(state, -0.1);
    system.derivative(0, at.y(), with);
    assertNotEquals(without[state], with[state]);
    system.endInfusion(state);
    system.derivative(0, at.y(), with);
    assertArrayEquals(without, with);
    system.infuse(state, 1);
    system.bind(at.p());
    system.derivative(0, at.y(), with);
    assertArrayEquals(without, with);
  }

  /// Evaluates formulas by walking the tree, rules within rules.
  record Tree(Equations equations, KernelCheck.Point at) {
    double value(Expression expression) {
      return new Evaluator(at.t(), this::symbol).value(expression);
    }

    private double symbol(String id) {
      Expression definition = equations.definitions().get(id);
      if (definition != null) {
        return value(definition);
      }
      int state = equations.states().indexOf(id);
      return state >= 0 ? at.y()[state] : at.p()[equations.parameters().indexOf(id)];
    }
  }
}
