package org.cytotrial.engine.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// "The tight method reaches 1e-9 on Robertson, Pleiades and the reference model, its order shown."
class TightMethodsTest {
  private static final double TIGHT = 1e-12;

  /// Test Set for IVP Solvers, release 2.4 (Mazzia & Magherini 2008), problem PLEI: positions x, y
  /// and speeds of seven stars at t = 3.
  private static final double[] PLEIADES_AT_3 = {
    0.3706139143970502, 3.23728409205723, -3.222559032418324, 0.659709145577531,
    0.3425581707156584, 1.562172101400631, -0.7003092922212495, -3.94343758551739,
    -3.27138097397255, 5.225081843456543, -2.59061243497747, 1.198213693392275,
    -0.2429682344935824, 1.09144924042898, 3.417003806314313, 1.354584501625501,
    -2.590065597810775, 2.025053734714242, -1.155815100160448, -0.8072988170223021,
    0.595239635420871, -3.74124496123401, 0.377345968575063, 0.938685886955107,
    0.3667922227200571, -0.347404635380849, 2.344915448180937, -1.947020434263292
  };

  @Test
  void theExplicitMethodReaches1e9OnPleiades() {
    double error = pleiades(new DormandPrince853(Tolerance.of(TIGHT, TIGHT, 28)));
    System.out.printf("Pleiades, DormandPrince853: %.1e%n", error);
    assertTrue(error < 1e-9, () -> "error " + error);
  }

  @Test
  void theAutomaticChoiceReaches1e9OnPleiades() {
    double error = pleiades(new Automatic(Tolerance.of(TIGHT, TIGHT, 28)));
    assertTrue(error < 1e-9, () -> "error " + error);
  }

  private static double pleiades(OdeMethod method) {
    Stepper stepper = method.begin(new Pleiades());
    stepper.start(0, Pleiades.START);
    assertInstanceOf(Advance.Reached.class, stepper.advance(3, StepListener.NONE));
    double worst = 0;
    for (int i = 0; i < PLEIADES_AT_3.length; i++) {
      double exact = PLEIADES_AT_3[i];
      worst = Math.max(worst, Math.abs(stepper.state()[i] - exact) / Math.abs(exact));
    }
    return worst;
  }

  /// The same test set, problem ROBER at t = 1e11.
  @Test
  void theAutomaticChoiceReaches1e9OnRobertson() {
    Stepper stepper = new Automatic(Tolerance.of(1e-11, 1e-23, 3)).begin(RobertsonTest.robertson());
    stepper.start(0, new double[] {1, 0, 0});
    assertInstanceOf(Advance.Reached.class, stepper.advance(1e11, StepListener.NONE));
    double[] exact = {0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050};
    double worst = 0;
    for (int i = 0; i < exact.length; i++) {
      worst = Math.max(worst, Math.abs(stepper.state()[i] / exact[i] - 1));
    }
    System.out.printf("Robertson to 1e11, Automatic: %.1e%n", worst);
    assertEquals(0, worst, 1e-9);
  }

  private static double slope(DoubleUnaryOperator error, double h) {
    return Math.log(error.applyAsDouble(h) / error.applyAsDouble(h / 2)) / Math.log(2);
  }

  @Test
  void theExplicitMethodHasOrderEight() {
    DoubleUnaryOperator error =
        h -> {
          var problem = Problem.harmonic();
          var stepper =
              (ExplicitStepper)
                  new DormandPrince853(Tolerance.of(0.9, 1e9, 2)).begin(problem.system().get());
          stepper.start(-8, problem.exact().apply(-8));
          stepper.advance(0, StepListener.NONE); // the step has grown
          System.arraycopy(problem.exact().apply(0), 0, stepper.state(), 0, 2);
          int before = stepper.steps();
          int steps = (int) Math.round(8 / h);
          for (int i = 1; i <= steps; i++) {
            stepper.advance(i * h, StepListener.NONE);
          }
          assertEquals(steps, stepper.steps() - before, "equal steps");
          return Math.hypot(
              stepper.state()[0] - problem.exact().apply(8)[0],
              stepper.state()[1] - problem.exact().apply(8)[1]);
        };
    double order = slope(error, 0.5);
    System.out.printf("DormandPrince853: order %.2f%n", order);
    assertEquals(8, order, 0.5);
  }

  @Test
  void aStiffRunEndsTheExplicitMethodAndTurnsTheAutomaticOne() {
    Stepper explicit =
        new DormandPrince853(Tolerance.of(1e-6, 1e-9, 3)).begin(RobertsonTest.robertson());
    explicit.start(0, new double[] {1, 0, 0});
    var failed = assertInstanceOf(Advance.Failed.class, explicit.advance(40, StepListener.NONE));
    assertEquals(Advance.Reason.STIFF, failed.reason());
    Stepper automatic =
        new Automatic(Tolerance.of(1e-8, 1e-14, 3)).begin(RobertsonTest.robertson());
    automatic.start(0, new double[] {1, 0, 0});
    assertInstanceOf(Advance.Reached.class, automatic.advance(40, StepListener.NONE));
    assertEquals(0.71582706871, automatic.state()[0], 1e-6);
  }
}
