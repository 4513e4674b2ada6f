package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cytotrial.statistics.distribution.NormalQuantile;
import org.cytotrial.statistics.distribution.PValue;
import org.cytotrial.statistics.numeric.Cholesky;
import org.cytotrial.statistics.numeric.Curvature;
import org.cytotrial.statistics.numeric.Minimum;

/// Effects whose publication depends on their one-sided p-value by steps: Vevea & Hedges 1995
/// (doi:10.1007/BF02294384), by maximum likelihood.
///
/// @param pooled the effect corrected for the selection, tested with the standard normal
/// @param tau2 the variance between studies, corrected
/// @param delta the chance to be published in each interval of p-values, relative to the first
/// @param likelihoodRatio against the model without selection, with its p
public record StepSelectionModel(
    Coefficient pooled,
    double tau2,
    List<Double> delta,
    RandomEffects.ChiSquaredTest likelihoodRatio) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /// Fits one chance for each interval that the steps make; large effects are the ones with small
  /// p-values.
  ///
  /// @param steps p-values in ascending order, each between 0 and 1, such as 0.025
  /// @throws ArithmeticException if an interval has no study, or the search does not converge
  public static StepSelectionModel fit(
      StudyEffects studies, List<Double> steps, double confidence) {
    int[] interval = intervals(studies, steps);
    RandomEffects plain =
        RandomEffects.fit(
            studies.withoutModerators(), HeterogeneityMethod.ML, TestMethod.Z, confidence);
    double tau = Math.sqrt(plain.heterogeneity().tau2());
    double[] start = new double[2 + steps.size()];
    Arrays.fill(start, 1);
    start[0] = plain.pooled().estimate();
    start[1] = tau > 0 ? tau : plain.pooled().standardError();
    double[] scale = new double[start.length];
    Arrays.fill(scale, 0.5);
    scale[0] = plain.pooled().standardError();
    scale[1] = start[1] / 2;
    var model = new Search(studies, steps, interval);
    Minimum best = Minimum.of(at -> -model.logLikelihood(at), start, scale);
    if (!best.converged()) {
      throw new ArithmeticException("The selection model did not converge.");
    }
    double[] at = best.place();
    double[] none = new double[start.length];
    Arrays.fill(none, 1);
    none[0] = plain.pooled().estimate();
    none[1] = tau;
    double ratio = Math.max(0, 2 * (-best.value() - model.logLikelihood(none)));
    List<Double> delta = new ArrayList<>(List.of(1.0));
    for (int j = 2; j < at.length; j++) {
      delta.add(Math.abs(at[j]));
    }
    return new StepSelectionModel(
        Coefficient.normal("intrcpt", at[0], standardError(model, at, scale), confidence),
        at[1] * at[1],
        List.copyOf(delta),
        new RandomEffects.ChiSquaredTest(
            ratio, steps.size(), PValue.chiSquared(ratio, steps.size())));
  }

  private static int[] intervals(StudyEffects studies, List<Double> steps) {
    int[] interval = new int[studies.k()];
    int[] size = new int[steps.size() + 1];
    for (int i = 0; i < interval.length; i++) {
      double p = NORMAL.survivalProbability(studies.y()[i] / Math.sqrt(studies.v()[i]));
      while (interval[i] < steps.size() && p > steps.get(interval[i])) {
        interval[i]++;
      }
      size[interval[i]]++;
    }
    for (int j = 0; j < size.length; j++) {
      if (size[j] == 0) {
        throw new ArithmeticException(
            "No study has a one-sided p-value between "
                + (j == 0 ? 0 : steps.get(j - 1))
                + " and "
                + (j == steps.size() ? 1 : steps.get(j))
                + ", so its chance of publication has no estimate.");
      }
    }
    return interval;
  }

  private static double standardError(Search model, double[] at, double[] scale) {
    boolean boundary = Math.abs(at[1]) < 1e-4 * scale[0];
    int[] free = IntStream.range(0, at.length).filter(j -> j != 1 || !boundary).toArray();
    double[] place = Arrays.stream(free).mapToDouble(j -> at[j]).toArray();
    double[] lengths = Arrays.stream(free).mapToDouble(j -> scale[j] * 2).toArray();
    double[][] information =
        Curvature.of(
            some -> {
              double[] full = at.clone();
              for (int j = 0; j < free.length; j++) {
                full[free[j]] = some[j];
              }
              return -model.logLikelihood(full);
            },
            place,
            lengths);
    return Math.sqrt(Cholesky.of(information).inverse()[0][0]);
  }

  /// The likelihood of effect, τ and relative chances.
  private static final class Search {
    private final StudyEffects studies;
    private final double[] critical;
    private final int[] interval;

    Search(StudyEffects studies, List<Double> steps, int[] interval) {
      this.studies = studies;
      this.interval = interval;
      this.critical = steps.stream().mapToDouble(step -> NormalQuantile.of(1 - step)).toArray();
    }

    double logLikelihood(double[] at) {
      double sum = 0;
      for (int i = 0; i < studies.k(); i++) {
        double v = studies.v()[i];
        double spread = Math.sqrt(v + at[1] * at[1]);
        double z = (studies.y()[i] - at[0]) / spread;
        double published = 0;
        double above = 0;
        for (int j = 0; j <= critical.length; j++) {
          double beyond =
              j == critical.length
                  ? 1
                  : NORMAL.survivalProbability((critical[j] * Math.sqrt(v) - at[0]) / spread);
          published += chance(at, j) * (beyond - above);
          above = beyond;
        }
        sum +=
            Math.log(chance(at, interval[i]))
                - z * z / 2
                - Math.log(spread * Math.sqrt(2 * Math.PI))
                - Math.log(published);
      }
      return sum;
    }

    private static double chance(double[] at, int interval) {
      return interval == 0 ? 1 : Math.abs(at[interval + 1]);
    }
  }
}
