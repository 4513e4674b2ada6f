package org.cytotrial.simulation.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.trial.PatientOutcome.Failed;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.cytotrial.simulation.trial.TrialDesign.DesignArm;

/// What one arm did to all patients.
///
/// @param cycles planned
/// @param outcomes one per patient, in the order of the population
/// @param estimates unweighted, and weighted where the trial has weights
public record ArmResult(
    DesignArm design,
    List<CompiledSchedule.Cycle> cycles,
    List<PatientOutcome> outcomes,
    List<EndpointEstimate> estimates) {
  public ArmResult {
    cycles = List.copyOf(cycles);
    outcomes = List.copyOf(outcomes);
    estimates = List.copyOf(estimates);
  }

  /// Patients who were followed to the end.
  public List<Followed> followed() {
    return outcomes.stream().filter(Followed.class::isInstance).map(Followed.class::cast).toList();
  }

  /// Patients whose simulation failed, by reason.
  public Map<String, Integer> failed() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (PatientOutcome outcome : outcomes) {
      if (outcome instanceof Failed failed) {
        reasons.merge(failed.advice(), 1, Integer::sum);
      }
    }
    return reasons;
  }
}
