package org.cytotrial.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.cytotrial.statistics.Randomized;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  @Randomized
  void withoutCensoringItIsTheShareStillFree(long seed) {
    Sample sample = Sample.of(seed, 0);
    KaplanMeier curve = KaplanMeier.of(sample.times(), sample.events());
    for (double t = 0; t < 12; t += 0.5) {
      double time = t;
      long after = Arrays.stream(sample.times()).filter(x -> x > time).count();
      assertEquals(after / (double) sample.times().length, curve.survival(t), 1e-12);
    }
  }

  @Randomized
  void wholeWeightsAreCopiesOfPatients(long seed) {
    Sample sample = Sample.of(seed, 0.3);
    int n = sample.times().length;
    double[] weights = new double[n];
    double[] times = new double[3 * n];
    boolean[] events = new boolean[3 * n];
    int copies = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = i % 4;
      for (int copy = 0; copy < i % 4; copy++, copies++) {
        times[copies] = sample.times()[i];
        events[copies] = sample.events()[i];
      }
    }
    if (copies == 0) {
      return;
    }
    KaplanMeier weighted = KaplanMeier.weighted(sample.times(), sample.events(), weights);
    KaplanMeier copied =
        KaplanMeier.of(Arrays.copyOf(times, copies), Arrays.copyOf(events, copies));
    for (double t = 0; t < 12; t += 0.5) {
      assertEquals(copied.survival(t), weighted.survival(t), 1e-12);
    }
    assertEquals(copied.median().time(), weighted.median().time());
    assertEquals(OptionalDouble.empty(), weighted.median().lower());
    assertTrue(
        weighted.steps().stream()
            .allMatch(s -> s.standardError().isEmpty() && s.interval().isEmpty()));
  }

  @Randomized
  void survivalFallsInsideItsInterval(long seed) {
    Sample sample = Sample.of(seed, 0.4);
    double last = 1;
    for (KaplanMeier.Step step : KaplanMeier.of(sample.times(), sample.events()).steps()) {
      assertTrue(step.survival() <= last);
      assertTrue(step.interval().isEmpty() || step.interval().get().contains(step.survival()));
      last = step.survival();
    }
  }

  @Test
  void aMedianInALevelStretchIsItsMiddle() {
    KaplanMeier curve =
        KaplanMeier.of(new double[] {1, 2, 4, 5}, new boolean[] {true, true, true, true});
    assertEquals(OptionalDouble.of(3), curve.median().time());
  }

  @Test
  void noEventNoMedian() {
    KaplanMeier curve = KaplanMeier.of(new double[] {1, 2}, new boolean[] {false, false});
    assertEquals(OptionalDouble.empty(), curve.median().time());
    assertEquals(OptionalDouble.of(0), curve.steps().getFirst().standardError());
  }

  @Test
  void wrongCallsSayWhatIsWrong() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> KaplanMeier.of(new double[] {1, -2}, new boolean[] {true, true}));
    assertEquals("Time 1 is -2.0. Times must be 0 or more, and finite.", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> KaplanMeier.of(new double[0], new boolean[0]));
    assertThrows(
        IllegalArgumentException.class, () -> KaplanMeier.of(new double[1], new boolean[2]));
    assertThrows(
        IllegalArgumentException.class,
        () -> KaplanMeier.weighted(new double[1], new boolean[1], new double[1]));
  }

  /// Times in halves, so that many are tied.
  private record Sample(
      @SuppressWarnings("ArrayRecordComponent") double[] times,
      @SuppressWarnings("ArrayRecordComponent") boolean[] events) {
    static Sample of(long seed, double censored) {
      RandomStream stream = new Seed(seed).stream(0, "survival test");
      int n = 1 + (int) Math.min(seed, 60);
      double[] times = new double[n];
      boolean[] events = new boolean[n];
      for (int i = 0; i < n; i++) {
        times[i] = stream.nextIndex(20) / 2.0;
        events[i] = stream.nextUniform() >= censored;
      }
      return new Sample(times, events);
    }
  }
}
