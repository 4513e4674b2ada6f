package org.cytotrial.engine.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

/// Robertson 1966, The solution of a set of reaction rate equations: three species whose rates
/// differ by nine powers of ten.
class RobertsonTest {
  private static final double RELATIVE = 1e-8;

  /// Test Set for IVP Solvers, release 2.4 (Mazzia & Magherini 2008), problem ROBER: the solution
  /// at t = 1e11.
  @Test
  void endOfTheInitialValueProblemTestSet() {
    double[] y = solve(1e11);
    assertRelative(0.2083340149701255e-07, y[0], 1e-5);
    assertRelative(0.8333360770334713e-13, y[1], 1e-5);
    assertRelative(0.9999999791665050, y[2], 1e-12);
  }

  /// t = 40, where the problem was first posed. SUNDIALS' example cvRoberts_dns prints 7.1583e-01,
  /// 9.1855e-06, 2.8416e-01.
  @Test
  void endOfTheOriginalInterval() {
    double[] y = solve(40);
    assertRelative(7.1583e-01, y[0], 1e-5);
    assertRelative(9.1855e-06, y[1], 1e-5);
    assertRelative(2.8416e-01, y[2], 2e-5);
  }

  @Test
  void massIsConserved() {
    double[] y = solve(1e6);
    assertEquals(1, y[0] + y[1] + y[2], 1e-12);
  }

  private static double[] solve(double end) {
    Stepper stepper = new Rodas5P(Tolerance.of(RELATIVE, 1e-18, 3)).begin(robertson());
    stepper.start(0, new double[] {1, 0, 0});
    assertInstanceOf(Advance.Reached.class, stepper.advance(end, StepListener.NONE));
    return stepper.state().clone();
  }

  private static void assertRelative(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.abs(expected));
  }

  static OdeSystem robertson() {
    return new DenseSystem(3) {
      @Override
      public void derivative(double t, double[] y, double[] f) {
        f[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
        f[2] = 3e7 * y[1] * y[1];
        f[1] = -f[0] - f[2];
      }

      @Override
      void jacobian(double t, double[] y, double[][] j) {
        j[0][0] = -0.04;
        j[0][1] = 1e4 * y[2];
        j[0][2] = 1e4 * y[1];
        j[2][1] = 6e7 * y[1];
        j[1][0] = 0.04;
        j[1][1] = -1e4 * y[2] - 6e7 * y[1];
        j[1][2] = -1e4 * y[1];
      }
    };
  }
}
