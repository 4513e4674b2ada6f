package org.cytotrial.statistics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Brent 1971: roots as close as they are asked for.
class StoppedRootTest {
  private static double squareLessTwo(double x) {
    return x * x - 2;
  }

  @Test
  void theRootIsAsCloseAsWasAsked() {
    for (double tolerance : new double[] {1e-2, 1e-4, 1e-8, 1e-14}) {
      double root = StoppedRoot.between(StoppedRootTest::squareLessTwo, 0, 100, tolerance, 100);
      assertEquals(Math.sqrt(2), root, tolerance + 1e-15);
    }
  }

  @Test
  void aLooserToleranceStopsEarlier() {
    double loose = StoppedRoot.between(StoppedRootTest::squareLessTwo, 0, 100, 1e-2, 100);
    assertTrue(Math.abs(loose - Math.sqrt(2)) > 1e-8, () -> "stopped at " + loose);
  }

  @Test
  void rootsAtTheEndsAreFound() {
    assertEquals(0, StoppedRoot.between(x -> x, 0, 1, 1e-8, 100));
    assertEquals(1, StoppedRoot.between(x -> x - 1, 0, 1, 1e-8, 100));
  }

  @Test
  void noSignChangeAndTooFewStepsAreSaid() {
    assertThrows(
        ArithmeticException.class,
        () -> StoppedRoot.between(StoppedRootTest::squareLessTwo, 2, 100, 1e-8, 100));
    var e =
        assertThrows(
            ArithmeticException.class,
            () -> StoppedRoot.between(StoppedRootTest::squareLessTwo, 0, 100, 1e-8, 2));
    assertTrue(e.toString().contains("maxiter"), e::toString);
  }
}
