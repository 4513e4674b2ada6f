package org.cytotrial.statistics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("FloatingPointLiteralPrecision") // digits as printed
class Wichura1988Test {
  /// The paper's own checks of PPND16.
  @Test
  void printedValues() {
    assertEquals(-0.6744897501960817, NormalQuantile.of(0.25), 1e-15);
    assertEquals(-3.090232306167813541, NormalQuantile.of(0.001), 1e-14);
    assertEquals(-9.262340089798408, NormalQuantile.of(1e-20), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        1e-300, 1e-16, 1e-12, 1e-6, 0.01, 0.074, 0.076, 0.3, 0.5, 0.7, 0.93, 0.999, 1 - 1e-12
      })
  void agreesWithCommonsStatistics(double p) {
    double expected = NormalDistribution.of(0, 1).inverseCumulativeProbability(p);
    assertEquals(expected, NormalQuantile.of(p), 4e-15 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void ninetyFivePercentIs196() {
    assertEquals(1.959963984540054, NormalQuantile.twoSided(0.95), 1e-14);
  }

  @Test
  void theEndsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> NormalQuantile.of(0));
    assertThrows(IllegalArgumentException.class, () -> NormalQuantile.of(1));
    assertThrows(IllegalArgumentException.class, () -> NormalQuantile.of(Double.NaN));
  }
}
