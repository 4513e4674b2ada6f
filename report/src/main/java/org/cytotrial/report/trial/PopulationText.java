package org.cytotrial.report.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.simulation.trial.TrialDesign;
import org.cytotrial.simulation.trial.TrialResult;

/// Who the virtual patients are, in sentences.
final class PopulationText {
  private PopulationText() {}

  static String sentence(TrialResult result) {
    TrialDesign design = result.design();
    return "Study %s, %s. %s virtual patients of %s draws, the same in every arm; followed for %s days, visits from day %s every %s days; seed %d."
        .formatted(
            design.name(),
            design.indication(),
            NumberText.whole(result.population().patients().size()),
            NumberText.whole(result.population().drawn()),
            NumberText.shortest(design.followUpDays()),
            NumberText.shortest(design.rules().firstVisit()),
            NumberText.shortest(design.rules().visitInterval()),
            design.seed());
  }

  /// A line for each reason why draws did not become patients.
  static List<String> rejected(TrialResult result) {
    return result.population().rejected().entrySet().stream()
        .map(PopulationText::rejected)
        .toList();
  }

  private static String rejected(Map.Entry<String, Integer> reason) {
    return "%s turned away: %s".formatted(NumberText.whole(reason.getValue()), reason.getKey());
  }

  /// Empty where the trial has no prevalence weights.
  static Optional<String> weighting(TrialResult result) {
    return result
        .weights()
        .map(weights ->
            "Weighted: patients count so that %s; effective sample size (ESS) %s of %s."
                .formatted(
                    String.join(
                        "; ",
                        result.design().targets().stream().map(PopulationText::target).toList()),
                    NumberText.decimal(weights.effectiveSampleSize()),
                    NumberText.whole(weights.weights().size())));
  }

  private static String target(TrialDesign.WeightTarget target) {
    return "%s meets response rate and complete responses of %s"
        .formatted(target.arm(), target.published().shortId());
  }
}
