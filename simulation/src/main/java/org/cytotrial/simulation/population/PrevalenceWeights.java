package org.cytotrial.simulation.population;

import java.util.List;
import org.cytotrial.statistics.weighting.MaximumEntropyWeights;
import org.cytotrial.statistics.weighting.Target;
import org.cytotrial.statistics.weighting.Weighting;
import org.cytotrial.statistics.weighting.Weights;

/// How common each virtual patient is taken to be, so that the weighted population meets published
/// outcomes.
///
/// @param weights one per patient, summing to 1
/// @param effectiveSampleSize Kish's; the number of equally weighted patients that would know as
///   much
public record PrevalenceWeights(Weights weights, double effectiveSampleSize) {
  /// Below this share of the patients the weights rest on too few of them.
  public static final double LEAST_SHARE = 0.3;

  /// Finds the weights nearest to equal that meet the targets.
  ///
  /// @param features a row per patient, in the order of the targets
  /// @throws IllegalStateException if no weights meet the targets, or if the effective sample size
  ///   falls below 30 % of the patients
  public static PrevalenceWeights find(List<Target> targets, double[][] features) {
    Weighting.Met met = MaximumEntropyWeights.find(targets, features).orThrow();
    double least = LEAST_SHARE * features.length;
    if (met.effectiveSampleSize() < least) {
      throw new IllegalStateException(
          "The weights leave an effective sample size of %.1f of %d patients; at least %.0f (30 %%) are needed. Maybe the population is too far from the published outcomes %s."
              .formatted(
                  met.effectiveSampleSize(),
                  features.length,
                  least,
                  targets.stream().map(Target::name).toList()));
    }
    return new PrevalenceWeights(met.weights(), met.effectiveSampleSize());
  }
}
