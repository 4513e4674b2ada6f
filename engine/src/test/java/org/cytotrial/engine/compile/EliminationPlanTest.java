package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.cytotrial.model.expression.Expression;
import org.junit.jupiter.api.Test;

/// The order of elimination keeps matrices sparse, and the generated factorisation solves them.
class EliminationPlanTest {
  /// An arrow pointing the wrong way fills up completely in natural order.
  @Test
  void anArrowMatrixDoesNotFillIn() {
    int n = 20;
    List<BitSet> pattern = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      BitSet row = new BitSet();
      row.set(0);
      row.set(i);
      if (i == 0) {
        row.set(0, n);
      }
      pattern.add(row);
    }
    EliminationPlan plan = EliminationPlan.of(pattern);
    assertEquals(3 * n - 2, plan.entries());
    assertTrue(plan.order().indexOf(0) >= n - 2);
  }

  @Test
  void everyStateIsEliminatedOnceAndItsDiagonalIsThere() {
    List<BitSet> pattern = ReferenceStates.COMPILED.pattern();
    EliminationPlan plan = EliminationPlan.of(pattern);
    assertEquals(pattern.size(), new HashSet<>(plan.order()).size());
    for (int i = 0; i < pattern.size(); i++) {
      BitSet missing = (BitSet) pattern.get(i).clone();
      missing.andNot(plan.rows().get(i));
      assertTrue(missing.isEmpty());
      assertTrue(plan.rows().get(i).get(i));
    }
    System.out.printf(
        "reference model: %d non-zeros, %d with fill-in, of %d%n",
        ReferenceStates.COMPILED.nonZeros(), plan.entries(), pattern.size() * pattern.size());
  }

  /// Random sparse linear systems y' = A y: (shift I - A) x = b, solved and multiplied out.
  @Test
  void generatedFactorsSolveRandomSparseSystems() {
    for (long seed = 0; seed < 50; seed++) {
      var random = new SplittableRandom(seed);
      int n = random.nextInt(1, 25);
      double[][] a = new double[n][n];
      List<Expression> rates = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        Expression sum = Expression.Constant.ZERO;
        for (int j = 0; j < n; j++) {
          if (random.nextInt(4) == 0) {
            a[i][j] = random.nextDouble(-1, 1);
            sum = sum.plus(Expression.constant(a[i][j]).times(Expression.symbol("y" + j)));
          }
        }
        rates.add(sum);
      }
      var system = new CompiledSystem(ModelCompiler.compile(RandomModels.withRates(rates)));
      system.bind(new double[0]);
      double[] b = random.doubles(n, -1, 1).toArray();
      double[] x = b.clone();
      system.linearise(0, new double[n], new double[n]);
      system.factor(n);
      system.solve(x);
      double[] product = new double[n];
      for (int i = 0; i < n; i++) {
        product[i] = n * x[i];
        for (int j = 0; j < n; j++) {
          product[i] -= a[i][j] * x[j];
        }
      }
      assertArrayEquals(b, product, 1e-13, "test.seed=" + seed);
    }
  }
}
