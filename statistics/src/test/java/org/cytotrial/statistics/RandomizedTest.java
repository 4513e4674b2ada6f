package org.cytotrial.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Also opens this package to JUnit, which makes the seeds by reflection.
class RandomizedTest {
  private static long sum;

  @Randomized(runs = 4)
  void runsOnceForEachSeed(long seed) {
    sum += 1L << (8 * seed);
  }

  @AfterAll
  static void everySeedOnce() {
    if (Long.getLong("test.seed") == null) {
      assertEquals(0x01010101L, sum);
    }
  }

  @Test
  void fiftyRunsUnlessTold() throws NoSuchMethodException {
    assertEquals(50, Randomized.class.getMethod("runs").getDefaultValue());
  }
}
