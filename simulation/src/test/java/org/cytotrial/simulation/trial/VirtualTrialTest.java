package org.cytotrial.simulation.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.toxicity.Toxicity;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.junit.jupiter.api.Test;

/// A small trial: the same whatever the number of threads, and consistent in itself.
class VirtualTrialTest {
  private static final TrialDesign DESIGN =
      Trials.design(
          12,
          200,
          Trials.SCENARIOS.schedule("HD_IL2_MEL"),
          Trials.SCENARIOS.schedule("NIVO"),
          Trials.SCENARIOS.schedule("UNTREATED"));
  private static final TrialResult ONE = Trials.run(DESIGN, 1);

  @Test
  void resultsDoNotDependOnThreads() {
    for (int threads : new int[] {2, 7}) {
      TrialResult other = Trials.run(DESIGN, threads);
      assertEquals(ONE.arms(), other.arms());
      assertEquals(ONE.timeCourse(), other.timeCourse());
      assertEquals(ONE.provenance(), other.provenance());
      assertEquals(ONE.population().drawn(), other.population().drawn());
      assertEquals(ONE.population().rejected(), other.population().rejected());
      assertEquals(
          ONE.population().patients().stream().map(VirtualPatient::index).toList(),
          other.population().patients().stream().map(VirtualPatient::index).toList());
    }
  }

  @Test
  void everyPatientIsInEveryArm() {
    assertEquals(3, ONE.arms().size());
    for (ArmResult arm : ONE.arms()) {
      assertEquals(12, arm.outcomes().size());
      assertEquals(
          12, arm.followed().size() + arm.failed().values().stream().mapToInt(n -> n).sum());
    }
    assertEquals(ONE.arms().get(1), ONE.arm("NIVO"));
  }

  /// Visits on days 84, 126, 168 and none later; the record ends with progression, survival goes
  /// on.
  @Test
  void visitsAreThoseOfTheRules() {
    for (ArmResult arm : ONE.arms()) {
      for (Followed patient : arm.followed()) {
        List<Double> days = patient.assessments().stream().map(a -> a.day()).toList();
        assertEquals(List.of(84.0, 126.0, 168.0).subList(0, days.size()), days);
        assertEquals(168, patient.lastVisit());
        assertEquals(3, patient.survival().size());
        assertTrue(patient.survival().get(2) < patient.survival().get(0));
        if (patient.progression().isPresent()) {
          assertEquals(patient.progression().getAsDouble(), days.getLast());
          assertEquals(Response.PD, patient.assessments().getLast().response());
        } else {
          assertEquals(3, days.size());
        }
      }
    }
  }

  @Test
  void untreatedTumoursNeitherRespondNorHurt() {
    for (Followed patient : ONE.arm("UNTREATED").followed()) {
      assertFalse(patient.best().isObjective());
      assertEquals(0, patient.worst().get(Toxicity.HYPOTENSION));
      assertTrue(severeDays(patient, Toxicity.CAPILLARY_LEAK).isEmpty());
    }
  }

  @Test
  void severeDaysAndWorstGradesAgree() {
    int severe = 0;
    for (Followed patient : ONE.arm("HD_IL2_MEL").followed()) {
      for (Toxicity toxicity : Toxicity.values()) {
        boolean isSevere = patient.worst().getOrDefault(toxicity, 0) >= 3;
        assertEquals(isSevere, !severeDays(patient, toxicity).isEmpty(), toxicity.term());
        severe += isSevere ? 1 : 0;
      }
    }
    assertTrue(severe > 0);
  }

  private static BitSet severeDays(Followed patient, Toxicity toxicity) {
    return patient.severeDays().getOrDefault(toxicity, new BitSet());
  }

  /// Estimates are those of the outcomes, counted here again.
  @Test
  void estimatesCountTheOutcomes() {
    ArmResult arm = ONE.arm("NIVO");
    long responders = arm.followed().stream().filter(p -> p.best().isObjective()).count();
    EndpointEstimate response = estimate(arm, "objective_response");
    assertEquals(100.0 * responders / 12, response.value().orElseThrow(), 1e-9);
    assertEquals(12, response.n());
    assertTrue(response.low().orElseThrow() < response.value().orElseThrow() + 1e-9);
    assertTrue(response.high().orElseThrow() > response.value().orElseThrow() - 1e-9);
    ArmResult il2 = ONE.arm("HD_IL2_MEL");
    double[] doses =
        il2.followed().stream()
            .mapToDouble(p -> p.delivery().getFirst().count())
            .sorted()
            .toArray();
    assertEquals(
        (doses[5] + doses[6]) / 2, estimate(il2, "doses_cycle1").value().orElseThrow(), 1e-9);
  }

  private static EndpointEstimate estimate(ArmResult arm, String endpoint) {
    return arm.estimates().stream()
        .filter(e -> e.endpoint().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void progressIsToldForBothPhases() {
    var phases = new ConcurrentHashMap<String, Integer>();
    var small = Trials.design(3, 90, Trials.SCENARIOS.schedule("UNTREATED"));
    new VirtualTrial(
            small,
            Reference.MODEL,
            Reference.LEDGER,
            new VirtualTrial.Resources(
                2,
                (phase, done, of) -> {
                  phases.merge(phase, done, Math::max);
                  assertEquals(3, of);
                },
                Optional.empty()))
        .run();
    assertEquals(3, phases.get("treating patients"));
    assertTrue(phases.containsKey("drawing patients"));
  }

  /// A study that changes a parameter of every patient changes it in each.
  @Test
  void changedParametersHoldForEveryPatient() {
    TrialDesign base = Trials.design(4, 90, Trials.SCENARIOS.schedule("UNTREATED"));
    var heavy =
        new TrialDesign(
            base.name(),
            base.title(),
            base.indication(),
            4,
            1,
            90,
            base.rules(),
            java.util.Map.of("BW", 90.0),
            base.arms(),
            List.of());
    int weight = Reference.COMPILED.parameter("BW");
    for (VirtualPatient patient : Trials.run(heavy, 2).population().patients()) {
      assertEquals(90, patient.parameters()[weight]);
    }
  }
}
