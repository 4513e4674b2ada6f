package org.cytotrial.simulation.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.ensemble.Runner;
import org.cytotrial.engine.lanes.Lanes;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.PatientSampler;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.population.Population;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.response.ResponseRules;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The same patients under the same schedules, alone and in lanes: high-dose IL-2 with holds, and
/// nivolumab.
@TestInstance(Lifecycle.PER_CLASS)
class TreatmentTest {
  private static final int PATIENTS = 10;
  private static final double DAYS = 45;
  private static final LaneModel LANES =
      LaneModel.compile(Reference.COMPILED, TrialWatch.FORMULAS, Rodas5P.TABLEAU, Lanes.width());
  private final List<VirtualPatient> population =
      Population.generate(
              PATIENTS,
              new PatientSampler(Reference.LEDGER, new Seed(3))::draw,
              () -> new BurnIn(Reference.COMPILED, Reference.TOLERANCE),
              new Runner(2))
          .patients();
  private static final List<CompiledSchedule> SCHEDULES =
      List.of("HD_IL2_MEL", "NIVO").stream()
          .map(name -> Trials.SCENARIOS.schedule(name))
          .map(schedule -> CompiledSchedule.of(schedule, Reference.COMPILED, DAYS))
          .toList();
  private static final int PARTS = PATIENTS * SCHEDULES.size();

  private static List<List<PatientOutcome>> outcomes(
      int scalarParts, int threads, List<VirtualPatient> patients) {
    Optional<Future<LaneModel>> lanes =
        scalarParts < PARTS
            ? Optional.of(CompletableFuture.completedFuture(LANES))
            : Optional.empty();
    var equipment =
        new Treatment.Equipment(
            Reference.COMPILED,
            Reference.TOLERANCE,
            ResponseRules.of(Reference.LEDGER),
            new KernelPlan(PARTS, scalarParts, Lanes.width()),
            lanes);
    return new Treatment(equipment, patients, SCHEDULES, _ -> {}).outcomes(threads);
  }

  @Test
  void patientsFareTheSameAloneAndInLanes() {
    List<List<PatientOutcome>> alone = outcomes(PARTS, 2, population);
    List<List<PatientOutcome>> laned = outcomes(0, 1, population);
    int held = 0;
    for (int arm = 0; arm < SCHEDULES.size(); arm++) {
      for (int i = 0; i < PATIENTS; i++) {
        var expected = assertInstanceOf(Followed.class, alone.get(arm).get(i));
        var actual = assertInstanceOf(Followed.class, laned.get(arm).get(i));
        String where = SCHEDULES.get(arm).schedule().name() + ", patient " + i;
        assertEquals(expected.delivery(), actual.delivery(), where);
        assertEquals(expected.best(), actual.best(), where);
        assertEquals(expected.worst(), actual.worst(), where);
        assertEquals(expected.baselineDiameters(), actual.baselineDiameters(), 1e-9, where);
        for (int v = 0; v < expected.survival().size(); v++) {
          assertEquals(expected.survival().get(v), actual.survival().get(v), 1e-6, where);
        }
        held +=
            (int)
                expected.delivery().stream()
                    .flatMap(d -> d.given().stream())
                    .filter(given -> !given)
                    .count();
      }
    }
    assertTrue(held > 10, "toxicity holds doses");
  }

  @Test
  void theSameBitsOnAnyNumberOfThreadsAndInAnyOrder() {
    List<List<PatientOutcome>> one = outcomes(4, 1, population);
    assertEquals(one, outcomes(4, 2, population));
    List<VirtualPatient> backwards = new ArrayList<>(population);
    Collections.reverse(backwards);
    List<List<PatientOutcome>> laned = outcomes(0, 7, population);
    List<List<PatientOutcome>> reversed = outcomes(0, 1, backwards);
    for (int arm = 0; arm < SCHEDULES.size(); arm++) {
      List<PatientOutcome> own = new ArrayList<>(reversed.get(arm));
      Collections.reverse(own);
      assertEquals(laned.get(arm), own);
    }
  }

  @Test
  void thePlanFollowsFromSizeAndWidthAlone() {
    assertFalse(KernelPlan.of(3000, 8).usesLanes());
    assertFalse(KernelPlan.of(1_000_000, 1).usesLanes());
    KernelPlan large = KernelPlan.of(12_000, 8);
    assertTrue(large.usesLanes());
    assertEquals(large, KernelPlan.of(12_000, 8));
    assertTrue(large.toString().contains("8 patients in a vector"), large.toString());
  }
}
