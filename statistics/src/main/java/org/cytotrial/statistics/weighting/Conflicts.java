package org.cytotrial.statistics.weighting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Says why targets are out of reach, in as few targets as prove it.
final class Conflicts {
  private Conflicts() {}

  /// Every target that lies outside the range of its own feature.
  static List<Weighting.Conflict> alone(List<Target> targets, double[][] features) {
    List<Weighting.Conflict> conflicts = new ArrayList<>();
    for (int j = 0; j < targets.size(); j++) {
      double[] factors = new double[targets.size()];
      factors[j] = 1;
      Weighting.Conflict conflict = of(targets, features, factors);
      if (conflict.wanted() < conflict.lowest() || conflict.wanted() > conflict.highest()) {
        conflicts.add(conflict);
      }
    }
    return conflicts;
  }

  /// A sum of features that separates the targets from all patients, from a λ that proves there is
  /// one. Leaves out each feature, smallest share first, without which the sum still separates, and
  /// rounds the factors where it still does.
  static Weighting.Conflict together(List<Target> targets, double[][] features, double[] lambda) {
    double[] factors = lambda.clone();
    List<Integer> bySize =
        IntStream.range(0, factors.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> share(targets, features, lambda, j)))
            .toList();
    for (int j : bySize) {
      double kept = factors[j];
      factors[j] = 0;
      factors[j] = separates(of(targets, features, factors)) ? 0 : kept;
    }
    double largest =
        IntStream.range(0, factors.length).mapToDouble(j -> Math.abs(factors[j])).max().orElse(1);
    double[] rounded = new double[factors.length];
    for (int j = 0; j < factors.length; j++) {
      factors[j] /= largest;
      rounded[j] = new BigDecimal(factors[j]).round(new MathContext(1)).doubleValue();
    }
    Weighting.Conflict simple = of(targets, features, rounded);
    return separates(simple) ? simple : of(targets, features, factors);
  }

  private static double share(List<Target> targets, double[][] features, double[] lambda, int j) {
    double largest = 0;
    for (double[] row : features) {
      largest = Math.max(largest, Math.abs(lambda[j] * (row[j] - targets.get(j).mean())));
    }
    return largest;
  }

  private static boolean separates(Weighting.Conflict conflict) {
    return !conflict.terms().isEmpty()
        && (conflict.wanted() < conflict.lowest() || conflict.wanted() > conflict.highest());
  }

  private static Weighting.Conflict of(
      List<Target> targets, double[][] features, double[] factors) {
    List<Weighting.Term> terms = new ArrayList<>();
    double wanted = 0;
    for (int j = 0; j < factors.length; j++) {
      if (factors[j] != 0) {
        terms.add(new Weighting.Term(targets.get(j), factors[j]));
        wanted += factors[j] * targets.get(j).mean();
      }
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double[] row : features) {
      double sum = 0;
      for (int j = 0; j < factors.length; j++) {
        sum += factors[j] * row[j];
      }
      lowest = Math.min(lowest, sum);
      highest = Math.max(highest, sum);
    }
    return new Weighting.Conflict(terms, wanted, lowest, highest);
  }
}
