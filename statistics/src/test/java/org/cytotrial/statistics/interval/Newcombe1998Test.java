package org.cytotrial.statistics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Table I of Newcombe 1998, method 3 (score without continuity correction), 95 %.
class Newcombe1998Test {
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void tableI(int events, int patients, double lower, double upper) {
    Interval interval = WilsonInterval.of(events, patients);
    assertEquals(lower, interval.lower(), 5e-5);
    assertEquals(upper, interval.upper(), 5e-5);
  }

  @Test
  void allOfThemMirrorsNone() {
    Interval none = WilsonInterval.of(0, 20);
    Interval all = WilsonInterval.of(20, 20);
    assertEquals(1 - none.upper(), all.lower(), 1e-15);
    assertEquals(1, all.upper());
  }

  @Test
  void theEffectiveSizeStandsForPatients() {
    Interval weighted = WilsonInterval.weighted(0.25, 40, 0.9);
    assertEquals(WilsonInterval.of(10, 40, 0.9), weighted);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(3, 2));
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(0, 0));
    assertThrows(IllegalArgumentException.class, () -> WilsonInterval.weighted(1.2, 10, 0.95));
  }
}
