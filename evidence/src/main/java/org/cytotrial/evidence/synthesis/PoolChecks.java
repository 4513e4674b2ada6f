package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.synthesis.Analysis.Command;
import org.cytotrial.evidence.synthesis.Estimate.Scale;
import org.cytotrial.statistics.meta.BeggTest;
import org.cytotrial.statistics.meta.EggerTest;
import org.cytotrial.statistics.meta.HeterogeneityMethod;
import org.cytotrial.statistics.meta.KendallTau;
import org.cytotrial.statistics.meta.RandomEffects;
import org.cytotrial.statistics.meta.Sensitivity;
import org.cytotrial.statistics.meta.StudyEffects;
import org.cytotrial.statistics.meta.TestMethod;
import org.cytotrial.statistics.meta.TrimAndFill;

/// What was looked at beside a pooled proportion, all on logits with random effects (REML,
/// Knapp–Hartung), and what was not, and why.
///
/// @param series the command that gives the two series again
/// @param leaveOneOut the estimate without each arm, from four arms on
/// @param cumulative the estimate as arms came in, by year
/// @param smallStudies from ten studies on
/// @param regressions on dose, from ten arms on
/// @param notDone a sentence for each check that was not done
public record PoolChecks(
    Command series,
    List<Step> leaveOneOut,
    List<Step> cumulative,
    Optional<SmallStudies> smallStudies,
    List<DoseRegression> regressions,
    List<String> notDone) {
  static final int FEWEST_FOR_BIAS = 10;
  private static final int FEWEST_TO_LEAVE_OUT = 4;
  private static final List<String> REML =
      List.of("--measure", "PLO", "--method", "REML", "--test", "knha");

  /// An estimate without, or with and up to, an arm. Estimates that have no interval are left out.
  public record Step(EvidenceArm arm, Estimate estimate) {}

  /// Tests for small-study effects; they cannot tell bias from heterogeneity.
  ///
  /// @param filled the estimate with the studies that trim and fill adds
  public record SmallStudies(
      Command command, EggerTest egger, KendallTau begg, int missing, Estimate filled) {}

  static PoolChecks of(String file, List<PoolRow> rows) {
    List<String> notDone = new ArrayList<>();
    StudyEffects effects = Pooling.logits(rows.stream().map(PoolRow::weighted).toList());
    List<Step> without = new ArrayList<>();
    List<Step> growing = new ArrayList<>();
    if (rows.size() < FEWEST_TO_LEAVE_OUT) {
      notDone.add(
          "Leave-one-out and cumulative analysis: %d arms, at least %d are wanted."
              .formatted(rows.size(), FEWEST_TO_LEAVE_OUT));
    } else {
      try {
        without.addAll(steps(rows, Sensitivity.leaveOneOut(effects, Pooling::fit)));
        growing.addAll(steps(rows, Sensitivity.cumulative(effects, Pooling::fit)));
      } catch (ArithmeticException e) {
        notDone.add("Leave-one-out and cumulative analysis gave no result: " + e.getMessage());
      }
    }
    return new PoolChecks(
        new Command(file, with(REML, "--leave-one-out", "--cumulative")),
        without,
        growing,
        smallStudies(file, rows, effects, notDone),
        DoseRegression.of(file, rows, notDone),
        List.copyOf(notDone));
  }

  private static List<Step> steps(List<PoolRow> rows, List<RandomEffects> fits) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < fits.size(); i++) {
      if (Double.isFinite(fits.get(i).pooled().low())) {
        Estimate estimate = Pooling.random(Scale.PERCENT, fits.get(i), Optional.empty());
        steps.add(new Step(rows.get(i).arm(), estimate));
      }
    }
    return List.copyOf(steps);
  }

  private static Optional<SmallStudies> smallStudies(
      String file, List<PoolRow> rows, StudyEffects effects, List<String> notDone) {
    int studies = PoolAnalyses.studies(rows);
    if (studies < FEWEST_FOR_BIAS) {
      notDone.add(
          "Egger's and Begg's tests, trim and fill, asymmetry of the funnel: %d studies, at least 10 are wanted."
              .formatted(studies));
      return Optional.empty();
    }
    try {
      TrimAndFill trim =
          TrimAndFill.of(
              effects, HeterogeneityMethod.REML, TrimAndFill.Estimator.L0, Pooling.CONFIDENCE);
      return Optional.of(
          new SmallStudies(
              new Command(file, List.of("--measure", "PLO", "--method", "REML", "--bias")),
              EggerTest.ordinary(effects),
              BeggTest.of(effects),
              trim.missing(),
              Pooling.random(Scale.PERCENT, trim.filled(), Optional.empty())));
    } catch (ArithmeticException e) {
      notDone.add("Tests for small-study effects gave no result: " + e.getMessage());
      return Optional.empty();
    }
  }

  static List<String> with(List<String> arguments, String... more) {
    List<String> longer = new ArrayList<>(arguments);
    longer.addAll(List.of(more));
    return longer;
  }

  /// A model with the moderators that `effects` have.
  static RandomEffects regression(StudyEffects effects) {
    return RandomEffects.fit(
        effects, HeterogeneityMethod.REML, TestMethod.KNHA, Pooling.CONFIDENCE);
  }
}
