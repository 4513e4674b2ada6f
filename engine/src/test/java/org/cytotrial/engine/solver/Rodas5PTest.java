package org.cytotrial.engine.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Steinebach 2023, doi:10.1007/s10543-023-00967-x: order 5, embedded error estimate of order 4,
/// dense output of order 4. The orders are measured, not read off the coefficients.
class Rodas5PTest {
  private static final Tolerance ALL_ALLOWED = Tolerance.of(0.5, 1e6, 2);

  static List<Problem> problems() {
    return Problem.all();
  }

  static List<Problem> stiffProblem() {
    return List.of(Problem.kaps());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void convergesWithOrderFive(Problem problem) {
    double order = slope(problem, h -> endError(problem, h));
    assertEquals(5, order, 0.3);
  }

  /// The paper's aim is less order reduction than Rodas5 has on Prothero & Robinson's problem:
  /// order 4 is left in the stiff limit, that is, at a fixed product of step size and stiffness.
  @ParameterizedTest
  @MethodSource("stiffness")
  void keepsOrderFourInTheStiffLimit(double stepTimesStiffness) {
    double order =
        slope(
            Problem.protheroRobinson(1),
            h -> endError(Problem.protheroRobinson(stepTimesStiffness / h), h));
    assertTrue(order > 3.7, () -> "measured " + order);
  }

  static List<Double> stiffness() {
    return List.of(1.0, 1e2, 1e4, 1e6);
  }

  /// One step, so that only the interpolation is measured: h^5 is left where the problem is smooth,
  /// h^4 in a stiff component.
  @ParameterizedTest
  @MethodSource("problems")
  void denseOutputIsOfOrderFour(Problem problem) {
    double slope = slope(problem, h -> interpolationError(problem, h));
    assertTrue(slope > 3.7, () -> "error falls as h^" + slope);
  }

  @ParameterizedTest
  @MethodSource({"problems", "stiffProblem"})
  void errorIsAtMostTenTimesTheTolerance(Problem problem) {
    for (double relative = 1e-3; relative > 1e-10; relative /= 100) {
      OdeSystem system = problem.system().get();
      Stepper stepper =
          new Rodas5P(Tolerance.of(relative, relative, system.dimension())).begin(system);
      stepper.start(0, problem.exact().apply(0));
      assertInstanceOf(Advance.Reached.class, stepper.advance(problem.end(), StepListener.NONE));
      double error = difference(stepper.state(), problem.exact().apply(problem.end()));
      double asked = relative;
      assertTrue(
          error < 10 * relative,
          () -> "%s: error %.1e at tolerance %.0e".formatted(problem, error, asked));
    }
  }

  @Test
  void blowUpInFiniteTimeIsAFailureJustBeforeIt() {
    Stepper stepper = new Rodas5P(Tolerance.of(1e-6, 1e-6, 1)).begin(Problem.blowUp());
    stepper.start(0, new double[] {1});
    var failed = assertInstanceOf(Advance.Failed.class, stepper.advance(2, StepListener.NONE));
    assertEquals(Advance.Reason.STEP_TOO_SMALL, failed.reason());
    assertEquals(1, failed.time(), 1e-4);
    assertEquals(failed.time(), stepper.time());
    stepper.start(0, new double[] {1});
    assertInstanceOf(Advance.Reached.class, stepper.advance(0.5, StepListener.NONE));
    assertEquals(2, stepper.state()[0], 1e-4);
  }

  @Test
  void numbersThatAreNotFiniteAreAFailure() {
    Stepper stepper = new Rodas5P(Tolerance.of(1e-6, 1e-6, 1)).begin(Problem.blowUp());
    for (double start : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (double time : new double[] {0, 3}) {
        stepper.start(time, new double[] {start});
        var failed =
            assertInstanceOf(Advance.Failed.class, stepper.advance(time + 1, StepListener.NONE));
        assertEquals(Advance.Reason.NOT_FINITE, failed.reason());
      }
    }
    stepper.start(0, new double[] {1});
    assertInstanceOf(Advance.Reached.class, stepper.advance(0.5, StepListener.NONE));
  }

  @Test
  void stepLimitIsAFailureAtTheLastAcceptedStep() {
    Problem problem = Problem.harmonic();
    Stepper stepper = new Rodas5P(Tolerance.of(1e-8, 1e-8, 2), 10).begin(problem.system().get());
    stepper.start(0, problem.exact().apply(0));
    var failed = assertInstanceOf(Advance.Failed.class, stepper.advance(100, StepListener.NONE));
    assertEquals(Advance.Reason.TOO_MANY_STEPS, failed.reason());
    assertArrayEquals(problem.exact().apply(failed.time()), stepper.state(), 1e-6);
    stepper.start(0, problem.exact().apply(0));
    assertInstanceOf(Advance.Reached.class, stepper.advance(0.01, StepListener.NONE));
  }

  @Test
  void landsOnItsEndsExactlyAndGoesOn() {
    Problem problem = Problem.harmonic();
    Stepper stepper = new Rodas5P(Tolerance.of(1e-8, 1e-8, 2)).begin(problem.system().get());
    stepper.start(0, problem.exact().apply(0));
    for (double end :
        new double[] {1.0 / 3, 2.0 / 3, 2.0 / 3, Math.nextUp(2.0 / 3), 1, Math.PI, 40}) {
      assertInstanceOf(Advance.Reached.class, stepper.advance(end, StepListener.NONE));
      assertEquals(end, stepper.time());
      assertArrayEquals(problem.exact().apply(end), stepper.state(), 1e-6);
    }
  }

  @Test
  void everyStepIsToldAndAdjoinsTheOneBefore() {
    Problem problem = Problem.harmonic();
    Stepper stepper = new Rodas5P(Tolerance.of(1e-6, 1e-6, 2)).begin(problem.system().get());
    stepper.start(0, problem.exact().apply(0));
    List<Double> times = new ArrayList<>(List.of(0.0));
    double[] inside = new double[2];
    stepper.advance(
        10,
        s -> {
          assertEquals(times.getLast(), s.previousTime());
          s.interpolate(s.time(), inside);
          assertArrayEquals(s.state(), inside, 1e-15);
          times.add(s.time());
        });
    assertEquals(10, times.getLast());
    assertEquals(stepper.steps() - stepper.rejectedSteps(), times.size() - 1);
  }

  /// As a dose does: jump, forget the step size, go on.
  @Test
  void goesOnAfterAJump() {
    Problem problem = Problem.harmonic();
    Stepper stepper = new Rodas5P(Tolerance.of(1e-9, 1e-9, 2)).begin(problem.system().get());
    stepper.start(0, new double[] {0, 0});
    stepper.advance(1, StepListener.NONE);
    double[] state = stepper.state();
    state[0] += 1;
    stepper.restart();
    stepper.advance(3, StepListener.NONE);
    assertSame(state, stepper.state());
    assertArrayEquals(new double[] {Math.cos(2), -Math.sin(2)}, state, 1e-7);
  }

  @Test
  void aSystemWithoutStatesReachesItsEnd() {
    var nothing =
        new DenseSystem(0) {
          @Override
          public void derivative(double t, double[] y, double[] f) {}

          @Override
          void jacobian(double t, double[] y, double[][] j) {}
        };
    Stepper stepper = new Rodas5P(Tolerance.of(1e-6, 1e-6, 0)).begin(nothing);
    stepper.start(0, new double[0]);
    assertInstanceOf(Advance.Reached.class, stepper.advance(100, StepListener.NONE));
    assertEquals(100, stepper.time());
  }

  @FunctionalInterface
  private interface ErrorOfStep {
    double at(double h);
  }

  /// Slope of log error over log step, least squares over four halvings.
  private static double slope(Problem problem, ErrorOfStep error) {
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      double h = problem.end() / (problem.steps() << i);
      x[i] = Math.log(h);
      y[i] = Math.log(error.at(h));
    }
    double meanX = (x[0] + x[1] + x[2] + x[3]) / 4;
    double meanY = (y[0] + y[1] + y[2] + y[3]) / 4;
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < 4; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
    }
    return xy / xx;
  }

  private static double endError(Problem problem, double h) {
    Stepper stepper = warm(problem);
    int before = stepper.steps();
    int count = (int) Math.round(problem.end() / h);
    for (int i = 1; i <= count; i++) {
      stepper.advance(i * h, StepListener.NONE);
    }
    assertEquals(count, stepper.steps() - before, "equal steps");
    return difference(stepper.state(), problem.exact().apply(count * h));
  }

  private static double interpolationError(Problem problem, double h) {
    Stepper stepper = warm(problem);
    stepper.advance(h, StepListener.NONE);
    double worst = 0;
    double[] inside = new double[stepper.state().length];
    for (double theta = 0.1; theta < 0.95; theta += 0.1) {
      stepper.interpolate(theta * h, inside);
      worst = Math.max(worst, difference(inside, problem.exact().apply(theta * h)));
    }
    return worst;
  }

  /// A stepper at time 0 on the exact solution that would take long steps: everything is within its
  /// tolerance, so its step size has grown since -1.
  private static Stepper warm(Problem problem) {
    OdeSystem system = problem.system().get();
    Stepper stepper = new Rodas5P(ALL_ALLOWED).begin(system);
    stepper.start(-1, problem.exact().apply(-1));
    stepper.advance(0, StepListener.NONE);
    System.arraycopy(problem.exact().apply(0), 0, stepper.state(), 0, system.dimension());
    return stepper;
  }

  private static double difference(double[] a, double[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]) / (1 + Math.abs(b[i])));
    }
    return worst;
  }
}
