package org.cytotrial.statistics.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytotrial.statistics.interval.EffectiveSampleSize;

/// The weights that meet target means and are otherwise as even as possible: maximum entropy
/// (Jaynes 1957, doi:10.1103/PhysRev.106.620), known for survey and trial data as entropy balancing
/// (Hainmueller 2012, doi:10.1093/pan/mpr025). The effective sample size is Kish's (1965).
///
/// Weights are `w_i ∝ exp(Σ λ_j x_ij)`; the λ minimise the convex dual `f(λ) = log(1/n Σ_i
/// exp(λ·(x_i − t)))` by damped Newton steps. The gradient of f is the distance to the targets, so
/// its zero meets them. Weights that meet the targets exist only if f never falls below −log n (the
/// entropy of one patient alone); a λ with a lower f is a proof that there are none, and names the
/// targets in conflict.
public final class MaximumEntropyWeights {
  // Distance to a target, as a share of the largest distance of any patient from it.
  private static final double TOLERANCE = 1e-10;
  private static final double ROUNDING = 1e-9;
  private static final int MAX_ITERATIONS = 500;

  private final List<Target> targets;
  private final double[][] features;
  private final double[] scales;
  private final double[][] distances;

  private MaximumEntropyWeights(List<Target> targets, double[][] features) {
    this.targets = List.copyOf(targets);
    this.features = features;
    this.scales = scales(targets, features);
    this.distances = new double[features.length][targets.size()];
    for (int i = 0; i < features.length; i++) {
      for (int j = 0; j < scales.length; j++) {
        distances[i][j] = (features[i][j] - targets.get(j).mean()) / scales[j];
      }
    }
  }

  /// Finds weights for patients whose features are the rows, in the order of the targets.
  ///
  /// @throws IllegalArgumentException if there is no patient, or a row has a number that is
  ///   missing, extra or not finite
  /// @throws IllegalStateException if the targets lie so near the edge of what is possible that
  ///   rounding decides
  public static Weighting find(List<Target> targets, double[][] features) {
    requireValid(targets, features);
    MaximumEntropyWeights problem = new MaximumEntropyWeights(targets, features);
    List<Weighting.Conflict> alone = Conflicts.alone(targets, features);
    return alone.isEmpty() ? problem.solve() : new Weighting.Unreachable(alone);
  }

  private Weighting solve() {
    DualPoint point = DualPoint.at(new double[scales.length], distances);
    double damping = 1e-8;
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      if (point.residual() <= TOLERANCE) {
        return met(point, iteration);
      }
      if (point.value() < -Math.log(distances.length) - ROUNDING) {
        return new Weighting.Unreachable(
            List.of(Conflicts.together(targets, features, unscaled(point))));
      }
      Optional<DualPoint> next = step(point, damping);
      damping = next.isPresent() ? Math.max(damping / 10, 1e-16) : damping * 10;
      point = next.orElse(point);
    }
    throw new IllegalStateException(
        String.format(
            Locale.ROOT,
            "Weights did not settle in %d steps: a target is still missed by %.1e of its range."
                + " Maybe targets lie on the edge of what the patients show; move them inwards.",
            MAX_ITERATIONS,
            point.residual()));
  }

  /// One Newton step, or nothing if it does not bring the dual down: the caller then damps more.
  private Optional<DualPoint> step(DualPoint point, double damping) {
    double[] direction = point.newtonDirection(damping);
    double[] lambda = new double[direction.length];
    double slope = 0;
    for (int j = 0; j < lambda.length; j++) {
      lambda[j] = point.lambda()[j] + direction[j];
      slope += direction[j] * point.gradient()[j];
    }
    if (!Double.isFinite(slope)) {
      return Optional.empty();
    }
    DualPoint next = DualPoint.at(lambda, distances);
    boolean falls = next.value() <= point.value() + 1e-4 * slope;
    // Near the end the fall drowns in rounding; a smaller gradient then tells that the step was
    // good.
    boolean settles = next.value() <= point.value() + 1e-13 && next.residual() < point.residual();
    return falls || settles ? Optional.of(next) : Optional.empty();
  }

  private Weighting.Met met(DualPoint point, int iterations) {
    Weights weights = Weights.of(point.weights());
    List<Double> lambdas = Arrays.stream(unscaled(point)).boxed().toList();
    return new Weighting.Met(
        weights, lambdas, EffectiveSampleSize.kish(point.weights()), iterations);
  }

  private double[] unscaled(DualPoint point) {
    double[] lambda = point.lambda().clone();
    for (int j = 0; j < lambda.length; j++) {
      lambda[j] /= scales[j];
    }
    return lambda;
  }

  private static double[] scales(List<Target> targets, double[][] features) {
    double[] scales = new double[targets.size()];
    for (int j = 0; j < scales.length; j++) {
      for (double[] row : features) {
        scales[j] = Math.max(scales[j], Math.abs(row[j] - targets.get(j).mean()));
      }
      scales[j] = scales[j] == 0 ? 1 : scales[j];
    }
    return scales;
  }

  private static void requireValid(List<Target> targets, double[][] features) {
    if (features.length == 0) {
      throw new IllegalArgumentException("There are no patients to weight.");
    }
    for (int i = 0; i < features.length; i++) {
      if (features[i].length != targets.size()) {
        throw new IllegalArgumentException(
            "Patient "
                + i
                + " has "
                + features[i].length
                + " features for "
                + targets.size()
                + " targets. Give one for each target.");
      }
      for (int j = 0; j < features[i].length; j++) {
        if (!Double.isFinite(features[i][j])) {
          throw new IllegalArgumentException(
              "Patient "
                  + i
                  + " has "
                  + features[i][j]
                  + " for '"
                  + targets.get(j).name()
                  + "'. Features must be finite.");
        }
      }
    }
  }
}
