package org.cytotrial.simulation.trial;

import java.util.List;
import java.util.Map;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.response.ResponseRules;

/// A study bound to the library: what [VirtualTrial] runs.
///
/// @param followUpDays end of the simulation
/// @param changed parameters that the study sets for every patient
/// @param targets published outcomes that prevalence weights are to meet; none: no weighting
public record TrialDesign(
    String name,
    String title,
    String indication,
    int patients,
    long seed,
    double followUpDays,
    ResponseRules rules,
    Map<String, Double> changed,
    List<DesignArm> arms,
    List<WeightTarget> targets) {
  public TrialDesign {
    changed = Map.copyOf(changed);
    arms = List.copyOf(arms);
    targets = List.copyOf(targets);
  }

  /// One arm.
  ///
  /// @param published arms of published trials that are shown beside it
  public record DesignArm(String name, Schedule schedule, List<Comparator> published) {
    public DesignArm {
      published = List.copyOf(published);
    }
  }

  /// A published arm beside an arm of the trial.
  ///
  /// @param isFitted whether parameters or weights were set with a look at it, so that agreement
  ///   proves nothing
  public record Comparator(PublishedArm arm, boolean isFitted) {}

  /// Response rate and complete responses of a published arm, to be met by one arm of the trial.
  public record WeightTarget(String arm, PublishedArm published) {}
}
