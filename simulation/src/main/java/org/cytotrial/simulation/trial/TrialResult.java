package org.cytotrial.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.simulation.population.Population;
import org.cytotrial.simulation.population.PrevalenceWeights;

/// What a virtual trial found.
///
/// @param weights empty where the study asks for none
/// @param timeCourse of one patient, over the first cycle of the first arm
/// @param provenance what the numbers came from
public record TrialResult(
    TrialDesign design,
    Population population,
    List<ArmResult> arms,
    Optional<PrevalenceWeights> weights,
    TimeCourse timeCourse,
    List<Provenance> provenance) {
  public TrialResult {
    arms = List.copyOf(arms);
    provenance = List.copyOf(provenance);
  }

  /// One fact about where the numbers came from.
  public record Provenance(String what, String value) {}

  /// The same result, with the inputs named before the settings.
  public TrialResult withInputs(List<Provenance> inputs) {
    List<Provenance> all = new ArrayList<>(inputs);
    all.addAll(provenance);
    return new TrialResult(design, population, arms, weights, timeCourse, all);
  }

  public ArmResult arm(String name) {
    return arms.stream()
        .filter(a -> a.design().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The trial has no arm '" + name + "'."));
  }
}
