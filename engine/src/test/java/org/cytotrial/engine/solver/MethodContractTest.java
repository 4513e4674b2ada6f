package org.cytotrial.engine.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every method for ordinary differential equations must do.
class MethodContractTest {
  static List<Named<Function<Tolerance, OdeMethod>>> methods() {
    return List.of(
        Named.of("Rodas5P", Rodas5P::new),
        Named.of("DormandPrince853", DormandPrince853::new),
        Named.of("Automatic", Automatic::new));
  }

  private static Stepper begin(
      Function<Tolerance, OdeMethod> method, double relative, OdeSystem system) {
    return method.apply(Tolerance.of(relative, relative, system.dimension())).begin(system);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void errorsFollowTheTolerance(Function<Tolerance, OdeMethod> method) {
    for (Problem problem : Problem.all()) {
      for (double relative = 1e-4; relative > 1e-12; relative /= 100) {
        Stepper stepper = begin(method, relative, problem.system().get());
        stepper.start(0, problem.exact().apply(0));
        double[] between = new double[stepper.state().length];
        double[] worst = new double[1];
        StepListener look =
            s -> {
              double t = 0.3 * s.previousTime() + 0.7 * s.time();
              s.interpolate(t, between);
              worst[0] = Math.max(worst[0], difference(between, problem.exact().apply(t)));
            };
        Advance advance = stepper.advance(problem.end(), look);
        if (advance instanceof Advance.Failed(var reason, _) && reason == Advance.Reason.STIFF) {
          assertInstanceOf(ExplicitStepper.class, stepper);
          continue;
        }
        assertInstanceOf(Advance.Reached.class, advance);
        worst[0] =
            Math.max(worst[0], difference(stepper.state(), problem.exact().apply(problem.end())));
        double asked = relative;
        assertTrue(
            worst[0] < 50 * relative,
            () -> "%s: error %.1e at tolerance %.0e".formatted(problem, worst[0], asked));
      }
    }
  }

  private static double difference(double[] a, double[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i])));
    }
    return worst;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void blowUpInFiniteTimeIsAFailureJustBeforeIt(Function<Tolerance, OdeMethod> method) {
    Stepper stepper = begin(method, 1e-6, Problem.blowUp());
    stepper.start(0, new double[] {1});
    var failed = assertInstanceOf(Advance.Failed.class, stepper.advance(2, StepListener.NONE));
    assertEquals(1, failed.time(), 1e-4);
    stepper.start(0, new double[] {1});
    assertInstanceOf(Advance.Reached.class, stepper.advance(0.5, StepListener.NONE));
    assertEquals(2, stepper.state()[0], 1e-4);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void numbersThatAreNotFiniteAreAFailure(Function<Tolerance, OdeMethod> method) {
    Stepper stepper = begin(method, 1e-6, Problem.blowUp());
    for (double start : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      stepper.start(0, new double[] {start});
      var failed = assertInstanceOf(Advance.Failed.class, stepper.advance(1, StepListener.NONE));
      assertEquals(Advance.Reason.NOT_FINITE, failed.reason());
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void landsOnItsEndsExactlyAndEveryStepAdjoinsTheOneBefore(Function<Tolerance, OdeMethod> method) {
    Problem problem = Problem.harmonic();
    Stepper stepper = begin(method, 1e-8, problem.system().get());
    stepper.start(0, problem.exact().apply(0));
    List<Double> times = new ArrayList<>(List.of(0.0));
    for (double end : new double[] {1.0 / 3, 2.0 / 3, 2.0 / 3, 1, Math.PI, 40}) {
      Advance advance =
          stepper.advance(
              end,
              s -> {
                assertEquals(times.getLast(), s.previousTime());
                times.add(s.time());
              });
      assertInstanceOf(Advance.Reached.class, advance);
      assertEquals(end, stepper.time());
      assertArrayEquals(problem.exact().apply(end), stepper.state(), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aJumpOfTheStateIsTakenUpAfterARestart(Function<Tolerance, OdeMethod> method) {
    Problem problem = Problem.harmonic();
    Stepper stepper = begin(method, 1e-9, problem.system().get());
    stepper.start(0, problem.exact().apply(0));
    stepper.advance(1, StepListener.NONE);
    System.arraycopy(problem.exact().apply(0), 0, stepper.state(), 0, 2);
    stepper.restart();
    stepper.advance(3, StepListener.NONE);
    assertArrayEquals(problem.exact().apply(2), stepper.state(), 1e-7);
  }
}
