package org.cytotrial.simulation.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.reference.ScenarioTable;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.response.ResponseRules;
import org.cytotrial.simulation.trial.TrialDesign.DesignArm;
import org.cytotrial.simulation.trial.VirtualTrial.Resources;

/// Trials of the specification's scenarios.
final class Trials {
  static final ScenarioTable SCENARIOS = new ScenarioTable(Reference.LEDGER);

  private Trials() {}

  static TrialDesign design(int patients, double days, Schedule... schedules) {
    List<DesignArm> arms =
        Arrays.stream(schedules).map(s -> new DesignArm(s.name(), s, List.of())).toList();
    return new TrialDesign(
        "test",
        "A test",
        "metastatic melanoma",
        patients,
        1,
        days,
        ResponseRules.of(Reference.LEDGER),
        Map.of(),
        arms,
        List.of());
  }

  static TrialResult run(TrialDesign design, int threads) {
    return new VirtualTrial(design, Reference.MODEL, Reference.LEDGER, Resources.of(threads)).run();
  }
}
