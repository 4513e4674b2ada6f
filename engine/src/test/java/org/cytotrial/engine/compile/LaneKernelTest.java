package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.cytotrial.engine.compile.LaneLayout.Region;
import org.cytotrial.engine.lanes.Lanes;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.RosenbrockTableau;
import org.junit.jupiter.api.Test;

/// Linear algebra of the lane kernel; its formulas are tested by `KernelOracleTest` and
/// `RandomModelsTest`, beside the scalar kernel's.
class LaneKernelTest {
  private static final CompiledModel MODEL = ReferenceStates.COMPILED;
  private static final int STATES = 400;
  private static final double SHIFT = 40;

  /// The two eliminate in the same order but round differently, so the answers agree as far as the
  /// system is well conditioned: the residual is compared.
  @Test
  void solvesTheSystemsOfTheReferenceModel() {
    int n = MODEL.stateCount();
    var lanes = new LaneAdapter(MODEL, List.of());
    double[] w = new double[MODEL.workspace()];
    double[] fj = new double[n + MODEL.nonZeros()];
    double worst = 0;
    for (long seed = 0; seed < STATES; seed++) {
      KernelCheck.Point at = ReferenceStates.random(seed);
      MODEL.kernel().prepare(at.p(), w);
      MODEL.kernel().linearise(at.t(), at.y(), at.p(), w, fj);
      double[] x = Arrays.copyOf(fj, n);
      lanes.prepare(at.p(), w);
      lanes.factor(fj, SHIFT, new double[0]);
      lanes.solve(new double[0], x);
      worst = Math.max(worst, residual(fj, x));
    }
    System.out.printf("residuals are at most %.1e of the sum of absolute terms%n", worst);
    assertEquals(0, worst, 1e-9);
  }

  /// Largest |b - (SHIFT * I - J) x| over its sum of absolute terms.
  private static double residual(double[] fj, double[] x) {
    int entry = x.length;
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double sum = fj[i] - SHIFT * x[i];
      double size = Math.abs(fj[i]) + Math.abs(SHIFT * x[i]);
      for (int j : MODEL.pattern().get(i).stream().toArray()) {
        double term = fj[entry++] * x[j];
        sum += term;
        size += Math.abs(term);
      }
      worst = Math.max(worst, Math.abs(sum) / (size + Double.MIN_NORMAL));
    }
    return worst;
  }

  @Test
  void combinesStagesWithTheCoefficientsOfRodas5P() {
    RosenbrockTableau tableau = Rodas5P.TABLEAU;
    LaneModel model = LaneModel.compile(MODEL, List.of(), tableau, Lanes.width());
    double[] s = new double[model.layout().length()];
    for (int stage = 1; stage < tableau.stages(); stage++) {
      for (int i = 0; i < s.length; i++) {
        s[i] = 1 + i % 97;
      }
      double[] before = s.clone();
      model.kernel().combine(s, stage);
      boolean goesOn = stage >= tableau.a().length;
      for (int i = 0; i < MODEL.stateCount() * Lanes.width(); i++) {
        double c = 0;
        double u = before[model.layout().start(goesOn ? Region.U : Region.Y) + i];
        for (int j = 0; j < stage; j++) {
          int size = MODEL.stateCount() * Lanes.width();
          double k = before[model.layout().start(Region.K) + j * size + i];
          c += tableau.c()[stage][j] * k;
          u += goesOn ? (j == stage - 1 ? k : 0) : tableau.a()[stage][j] * k;
        }
        assertEquals(c, s[model.layout().start(Region.C) + i], 1e-12 * (1 + Math.abs(c)) * 100);
        assertEquals(u, s[model.layout().start(Region.U) + i], 1e-12 * (1 + Math.abs(u)) * 100);
      }
    }
  }
}
