package org.cytotrial.statistics.survival.reconstruction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;
import org.cytotrial.statistics.survival.KaplanMeier;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.AtRisk;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Click;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Clicked;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction.Patient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From random patients to their figure and back; the seed is the test's name.
class RoundTripTest {
  private static final double END = 24;

  /// Exponential events, even censoring over twice the axis.
  private static KaplanMeier patients(int n, RandomStream chance) {
    double[] times = new double[n];
    boolean[] events = new boolean[n];
    for (int i = 0; i < n; i++) {
      double event = -12 * Math.log(chance.nextUniform());
      double left = Math.min(END, 2 * END * chance.nextUniform());
      times[i] = Math.min(event, left);
      events[i] = event <= left;
    }
    return KaplanMeier.of(times, events);
  }

  private static int events(KaplanMeier curve) {
    return (int) curve.steps().stream().mapToDouble(KaplanMeier.Step::events).sum();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyStepClicked(long seed) {
    KaplanMeier truth = patients(300, new Seed(seed).stream(0, "round trip"));
    List<Click> clicks =
        truth.steps().stream().map(s -> new Click(s.time(), s.survival())).toList();
    List<AtRisk> table = new ArrayList<>();
    for (double time = 0; time < END; time += 6) {
      table.add(new AtRisk(time, truth.atRisk(time)));
    }
    for (Clicked clicked : Clicked.values()) {
      for (boolean given : new boolean[] {true, false}) {
        OptionalInt total = given ? OptionalInt.of(events(truth)) : OptionalInt.empty();
        Reconstruction found = Reconstruction.of(new DigitisedCurve(clicks, table, total, clicked));
        KaplanMeier curve = KaplanMeier.of(found.times(), found.events());
        String what = "seed " + seed + ", " + clicked + ", total " + total;
        for (double time = 1; time < END; time++) {
          // A point, because who leaves when is not known, and the step of one event that may lie
          // on
          // the other side of this time.
          double step = truth.survival(time) / Math.max(1, truth.atRisk(time));
          double tolerance = 0.01 + step;
          assertEquals(truth.survival(time), curve.survival(time), tolerance, what + ", " + time);
        }
        assertEquals(events(truth), events(curve), given ? 0 : 0.05 * events(truth), what);
        table.forEach(r -> assertEquals(r.patients(), curve.atRisk(r.time()), what));
      }
    }
  }

  /// Whatever is clicked, the table and the total are met exactly.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void clicksAtRandom(long seed) {
    RandomStream chance = new Seed(seed).stream(0, "clicks at random");
    for (int repeat = 0; repeat < 20; repeat++) {
      List<Click> clicks = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        clicks.add(new Click(chance.nextIndex(20), chance.nextIndex(11) / 10.0));
      }
      int arm = 1 + chance.nextIndex(60);
      List<AtRisk> table = new ArrayList<>(List.of(new AtRisk(0, arm)));
      for (int i = 1; i < 4; i++) {
        table.add(new AtRisk(6 * i, chance.nextIndex(table.getLast().patients() + 1)));
      }
      int total = chance.nextIndex(arm + 1);
      Clicked clicked = repeat % 2 == 0 ? Clicked.ANYWHERE : Clicked.AT_STEPS;
      Reconstruction found =
          Reconstruction.of(new DigitisedCurve(clicks, table, OptionalInt.of(total), clicked));
      String what = "seed " + seed + ", repeat " + repeat + ": " + clicks + table + total;
      assertEquals(arm, found.patients().size(), what);
      assertEquals(total, found.patients().stream().filter(Patient::event).count(), what);
      for (AtRisk row : table) {
        long watched = found.patients().stream().filter(p -> p.time() >= row.time()).count();
        assertEquals(row.patients(), watched, what + " at " + row.time());
      }
      assertTrue(found.times()[0] >= 0 && found.times()[arm - 1] <= 20, what);
    }
  }
}
