package org.cytotrial.simulation.trial;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.engine.ensemble.Runner;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.PatientSampler;
import org.cytotrial.simulation.population.Population;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.reference.Sampled;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.Played;
import org.cytotrial.simulation.regimen.RegimenPlayer;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;

/// The shape of a course of high-dose IL-2. Specification, required behaviour: "lymphopenia then
/// rebound under HD IL-2: ALC nadir x0.15, d 8 x2.0, peak x2.4"; "toxicity ends an HD course: doses
/// cycle 1 median 8 (IQR 5-13 and 6-13), cycle 2 median 7". Davar 2017: median 8 doses of 14
/// planned in 692 cycles.
class HighDoseCourseTest {
  private static final int PATIENTS = 120;

  /// @param nadir least lymphocyte count in the first day, of baseline
  /// @param dayEight lymphocyte count on day 8, of baseline
  private record Course(double nadir, double dayEight, double peak, double first, double second) {}

  @Test
  void lymphopeniaReboundAndDosesUntilToxicityEndsACycle() {
    var sampler = new PatientSampler(Reference.LEDGER, new Seed(1));
    var runner = new Runner(2);
    Population population =
        Population.generate(
            PATIENTS,
            sampler::draw,
            () -> new BurnIn(Reference.COMPILED, Reference.TOLERANCE),
            runner);
    var schedule =
        CompiledSchedule.of(Trials.SCENARIOS.schedule("HD_IL2_MEL"), Reference.COMPILED, 30);
    List<Course> courses =
        runner.map(
            PATIENTS,
            () -> {
              var player = new RegimenPlayer(Reference.COMPILED, Reference.TOLERANCE);
              return i -> {
                var sampled = new Sampled(Reference.COMPILED, 1.0 / 48, "ALC");
                Played played = player.play(population.patients().get(i), schedule, sampled);
                return course(assertInstanceOf(Played.Completed.class, played), sampled);
              };
            });
    double nadir = median(courses.stream().map(Course::nadir).toList());
    double rebound = median(courses.stream().map(Course::dayEight).toList());
    double peak = median(courses.stream().map(Course::peak).toList());
    double first = median(courses.stream().map(Course::first).toList());
    double second = median(courses.stream().map(Course::second).toList());
    System.out.printf(
        "HD IL-2, %d patients, medians: ALC nadir in the first day x%.2f, day 8 x%.2f, peak x%.2f,"
            + " doses %.1f and %.1f of 14%n",
        PATIENTS, nadir, rebound, peak, first, second);
    assertTrue(nadir < 0.3, "lymphopenia within a day of dosing");
    assertTrue(rebound > 1.2, "rebound after the cycle");
    assertTrue(first >= 7 && first <= 9, "doses in cycle 1");
    assertTrue(second >= 6 && second <= 9, "doses in cycle 2");
  }

  private static Course course(Played.Completed completed, Sampled sampled) {
    double baseline = sampled.at(0, 0);
    double nadir = baseline;
    for (int i = 0; i <= 48; i++) {
      nadir = Math.min(nadir, sampled.at(i, 0));
    }
    return new Course(
        nadir / baseline,
        sampled.at(8 * 48, 0) / baseline,
        sampled.at(sampled.peak(0), 0) / baseline,
        completed.delivery().get(0).count(),
        completed.delivery().get(1).count());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(null);
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
