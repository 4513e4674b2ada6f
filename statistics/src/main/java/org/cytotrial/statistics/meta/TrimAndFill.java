package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How many studies seem to be missing on one side of the funnel, and what pooling gives with their
/// mirror images: Duval & Tweedie 2000 (doi:10.1080/01621459.2000.10473905,
/// doi:10.1111/j.0006-341X.2000.00455.x).
///
/// @param estimator of the number
/// @param right whether they are missing at the right
/// @param added the mirror images, as many as are missing
/// @param filled the model with them
public record TrimAndFill(
    Estimator estimator, boolean right, List<EffectEstimate> added, RandomEffects filled) {
  private static final int MOST_STEPS = 100;

  /// How the number of missing studies is estimated.
  public enum Estimator {
    /// From the rank sum; steadier.
    L0,
    /// From the longest run of ranks.
    R0
  }

  /// The missing side is the one away from Egger's slope.
  ///
  /// @throws ArithmeticException if all standard errors are equal, there are fewer than three
  ///   studies, or the number does not settle
  public static TrimAndFill of(
      StudyEffects studies, HeterogeneityMethod method, Estimator estimator, double confidence) {
    if (studies.k() < 3) {
      throw new ArithmeticException(
          "Trim and fill needs three studies, and there are " + studies.k() + ".");
    }
    double slope =
        Projection.at(
                EggerTest.withError(studies), method.estimate(EggerTest.withError(studies)).tau2())
            .coefficients()[1];
    boolean right = slope < 0;
    StudyEffects sorted = sorted(studies, right);
    int missing = missing(sorted, method, estimator);
    double sign = right ? -1 : 1;
    double centre = pooled(first(sorted, sorted.k() - missing), method);
    double[] y = Arrays.copyOf(sorted.y(), sorted.k() + missing);
    double[] v = Arrays.copyOf(sorted.v(), sorted.k() + missing);
    for (int i = 0; i < missing; i++) {
      int mirrored = sorted.k() - missing + i;
      y[sorted.k() + i] = 2 * centre - y[mirrored];
      v[sorted.k() + i] = v[mirrored];
    }
    double[] turned = Arrays.stream(y).map(each -> sign * each).toArray();
    return new TrimAndFill(
        estimator,
        right,
        added(turned, v, studies.k()),
        RandomEffects.fit(StudyEffects.of(turned, v), method, TestMethod.Z, confidence));
  }

  /// How many studies are missing.
  public int missing() {
    return added.size();
  }

  private static List<EffectEstimate> added(double[] y, double[] v, int from) {
    List<EffectEstimate> added = new ArrayList<>();
    for (int i = from; i < y.length; i++) {
      added.add(new EffectEstimate(y[i], v[i]));
    }
    return List.copyOf(added);
  }

  /// In ascending order, mirrored first where the right side is the one with the gap.
  private static StudyEffects sorted(StudyEffects studies, boolean mirrored) {
    double[] y = Arrays.stream(studies.y()).map(each -> mirrored ? -each : each).toArray();
    int[] order =
        IntStream.range(0, y.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> y[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return StudyEffects.of(y, studies.v()).at(order);
  }

  private static int missing(StudyEffects sorted, HeterogeneityMethod method, Estimator estimator) {
    int k = sorted.k();
    int missing = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double centre = pooled(first(sorted, k - missing), method);
      double[] ranks = signedRanks(sorted.y(), centre);
      int next =
          switch (estimator) {
            case R0 ->
                (int) (k - Arrays.stream(ranks).filter(r -> r < 0).map(r -> -r).max().orElse(0))
                    - 1;
            case L0 -> {
              double sum = Arrays.stream(ranks).filter(r -> r > 0).sum();
              yield (int) Math.rint((4 * sum - k * (k + 1.0)) / (2 * k - 1.0));
            }
          };
      next = Math.clamp(next, 0, k - 1);
      if (next == missing) {
        return missing;
      }
      missing = next;
    }
    throw new ArithmeticException(
        "The number of missing studies did not settle in " + MOST_STEPS + " steps.");
  }

  private static double[] signedRanks(double[] y, double centre) {
    int[] order =
        IntStream.range(0, y.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(y[i] - centre)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[y.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = (rank + 1) * Math.signum(y[order[rank]] - centre);
    }
    return ranks;
  }

  private static StudyEffects first(StudyEffects studies, int count) {
    return studies.at(IntStream.range(0, count).toArray());
  }

  private static double pooled(StudyEffects studies, HeterogeneityMethod method) {
    return Projection.at(studies, method.estimate(studies).tau2()).coefficients()[0];
  }
}
