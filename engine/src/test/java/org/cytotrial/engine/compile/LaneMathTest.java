package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.cytotrial.engine.lanes.Lanes;
import org.junit.jupiter.api.Test;

/// The lanes' exponential, logarithm and power against `StrictMath`, whose own errors are below 1
/// unit in the last place.
class LaneMathTest {
  private static final int WIDTH = Lanes.width();
  private static final int BLOCKS = 20_000;
  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    2,
    -2,
    0.5,
    3,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    1e-310,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    709.78,
    709.79,
    710,
    -708.39,
    -709,
    -745,
    -746,
    1e300,
    -1e300
  };

  private static double worstInUlp(
      double[] x, double[] y, DoubleUnaryOperator exact, double least) {
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double expected = exact.applyAsDouble(x[i]);
      if (Math.abs(expected) >= least) {
        worst = Math.max(worst, Math.abs(y[i] - expected) / Math.ulp(expected));
      }
    }
    return worst;
  }

  @Test
  void exponentialsAndLogarithmsAreExactToTheLastPlaces() {
    var random = new SplittableRandom(1);
    int size = BLOCKS * WIDTH;
    double[] s = new double[2 * size];
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      s[i] = x[i] = random.nextDouble(-700, 709) * (i % 2 == 0 ? 1 : 1e-3);
    }
    LaneMath.exponentials(s, 0, size, BLOCKS);
    System.arraycopy(s, size, y, 0, size);
    double exponential = worstInUlp(x, y, StrictMath::exp, 0);
    for (int i = 0; i < size; i++) {
      x[i] = i % 2 == 0 ? Math.exp(x[i]) : random.nextDouble(0.5, 2);
      s[i] = x[i];
    }
    LaneMath.logarithms(s, 0, size, BLOCKS);
    System.arraycopy(s, size, y, 0, size);
    double logarithm = worstInUlp(x, y, StrictMath::log, 0);
    System.out.printf(
        "largest error: exp %.2f, log %.2f units in the last place of StrictMath%n",
        exponential, logarithm);
    assertTrue(exponential <= 2);
    assertTrue(logarithm <= 2);
  }

  @Test
  void specialValuesAreThoseOfMath() {
    for (double x : SPECIAL) {
      double[] s = new double[2 * WIDTH];
      Arrays.fill(s, 0, WIDTH, x);
      LaneMath.exponentials(s, 0, WIDTH, 1);
      double exp = Math.exp(x) < Double.MIN_NORMAL ? 0 : Math.exp(x);
      assertClose(exp, s[WIDTH], 2, "exp " + x);
      LaneMath.logarithms(s, 0, WIDTH, 1);
      assertClose(Math.log(x), s[WIDTH], 2, "log " + x);
      for (double b : SPECIAL) {
        power(x, b);
      }
    }
  }

  static void assertClose(double expected, double actual, double ulps, String what) {
    if (Double.isFinite(expected)) {
      assertEquals(expected, actual, ulps * Math.ulp(expected), what);
    } else {
      assertEquals(expected, actual, what);
    }
  }

  private static void power(double a, double b) {
    double[] s = new double[3 * WIDTH];
    Arrays.fill(s, 0, WIDTH, a);
    Arrays.fill(s, WIDTH, 2 * WIDTH, b);
    LaneMath.powers(s, 0, WIDTH, 2 * WIDTH, 1);
    double expected = Math.pow(a, b);
    double magnitude = Math.abs(b * Math.log(Math.abs(a)));
    double allowed = 4 + 2 * (magnitude < 800 ? magnitude : 0);
    if (Math.abs(expected) < 2 * Double.MIN_NORMAL && s[2 * WIDTH] == 0) {
      return;
    }
    assertClose(expected, s[2 * WIDTH], allowed, a + " ^ " + b);
  }

  /// Neighbours do not matter, so a patient's numbers do not depend on who shares the register.
  @Test
  void aLaneDoesNotDependOnItsNeighbours() {
    var random = new SplittableRandom(2);
    double[] s = random.doubles(3L * WIDTH, 0.1, 9).toArray();
    double[] alone = s.clone();
    for (int lane = 1; lane < WIDTH; lane++) {
      alone[lane] = lane % 2 == 0 ? Double.NaN : -3;
      alone[WIDTH + lane] = 0;
    }
    LaneMath.powers(s, 0, WIDTH, 2 * WIDTH, 1);
    LaneMath.powers(alone, 0, WIDTH, 2 * WIDTH, 1);
    assertEquals(s[2 * WIDTH], alone[2 * WIDTH]);
  }
}
