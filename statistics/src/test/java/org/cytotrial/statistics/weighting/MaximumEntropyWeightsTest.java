package org.cytotrial.statistics.weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.statistics.Randomized;
import org.cytotrial.statistics.interval.EffectiveSampleSize;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;

class MaximumEntropyWeightsTest {
  /// The loaded die of Jaynes (Brandeis lectures 1962): faces 1 to 6 with mean 4.5; he prints
  /// 0.05435, 0.07877, 0.11416, 0.16545, 0.23977, 0.34749, and λ = 0.37105.
  @Test
  void theLoadedDieOfJaynes() {
    double[][] faces = {{1}, {2}, {3}, {4}, {5}, {6}};
    Weighting.Met met =
        MaximumEntropyWeights.find(List.of(new Target("mean", 4.5)), faces).orThrow();
    double[] printed = {0.05435, 0.07877, 0.11416, 0.16545, 0.23977, 0.34749};
    for (int i = 0; i < printed.length; i++) {
      assertEquals(printed[i], met.weights().at(i), 1e-5);
    }
    assertEquals(0.37105, met.lambdas().getFirst(), 1e-5);
  }

  /// With one 0/1 feature the answer is known: responders share the target evenly, the others the
  /// rest.
  @Randomized
  void responseRatesArePostStratification(long seed) {
    RandomStream stream = new Seed(seed).stream(0, "weighting test");
    int n = 2 + (int) seed;
    int responders = 1 + stream.nextIndex(n - 1);
    double target = stream.nextUniform();
    double[][] features = new double[n][1];
    for (int i = 0; i < responders; i++) {
      features[i][0] = 1;
    }
    Weighting.Met met =
        MaximumEntropyWeights.find(List.of(new Target("response", target)), features).orThrow();
    for (int i = 0; i < n; i++) {
      double expected = i < responders ? target / responders : (1 - target) / (n - responders);
      assertEquals(expected, met.weights().at(i), 1e-9);
    }
  }

  /// Targets made from hidden weights can be met; what is found is evener than what was hidden.
  @Randomized(runs = 100)
  void targetsOfHiddenWeightsAreMet(long seed) {
    RandomStream stream = new Seed(seed).stream(1, "weighting test");
    int n = 50 + 3 * (int) seed;
    int m = 1 + stream.nextIndex(8);
    double[] hidden = new double[n];
    double[][] features = new double[n][m];
    for (int i = 0; i < n; i++) {
      hidden[i] = Math.exp(stream.nextNormal());
      for (int j = 0; j < m; j++) {
        features[i][j] = j % 2 == 0 ? stream.nextIndex(2) : 1e6 * Math.exp(stream.nextNormal());
      }
    }
    Weights secret = Weights.of(hidden);
    List<Target> targets = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      targets.add(new Target("feature " + j, secret.mean(column(features, j))));
    }
    Weighting.Met met = MaximumEntropyWeights.find(targets, features).orThrow();
    for (int j = 0; j < m; j++) {
      double scale = j % 2 == 0 ? 1 : 1e8;
      assertEquals(targets.get(j).mean(), met.weights().mean(column(features, j)), 1e-10 * scale);
    }
    assertTrue(entropy(met.weights()) >= entropy(secret) - 1e-9);
    assertEquals(
        EffectiveSampleSize.kish(met.weights().toArray()), met.effectiveSampleSize(), 1e-6);
    assertTrue(met.iterations() < 30, "iterations " + met.iterations());
  }

  /// Outcomes of trials come nested: a complete response is a response.
  @Test
  void nestedOutcomesOfTwoArms() {
    double[][] features = nested(1000);
    List<Target> targets =
        List.of(
            new Target("high dose: response", 0.16),
            new Target("high dose: complete", 0.06),
            new Target("nivolumab: response", 0.40),
            new Target("nivolumab: complete", 0.09));
    Weighting.Met met = MaximumEntropyWeights.find(targets, features).orThrow();
    for (int j = 0; j < targets.size(); j++) {
      assertEquals(targets.get(j).mean(), met.weights().mean(column(features, j)), 1e-10);
    }
    assertTrue(met.effectiveSampleSize() > 300, "effective " + met.effectiveSampleSize());
  }

  @Test
  void aRateOfZeroIsMetInTheLimit() {
    double[][] features = nested(200);
    List<Target> targets =
        List.of(
            new Target("a", 0.2), new Target("b", 0), new Target("c", 0.5), new Target("d", 0.1));
    Weighting.Met met = MaximumEntropyWeights.find(targets, features).orThrow();
    assertEquals(0, met.weights().mean(column(features, 1)), 1e-10);
    assertEquals(0.2, met.weights().mean(column(features, 0)), 1e-10);
  }

  @Test
  void theSameFeatureTwiceDoesNotMatter() {
    double[][] features = {{1, 1}, {0, 0}, {0, 0}, {1, 1}};
    Weighting.Met met =
        MaximumEntropyWeights.find(List.of(new Target("a", 0.3), new Target("b", 0.3)), features)
            .orThrow();
    assertEquals(0.15, met.weights().at(0), 1e-10);
  }

  @Test
  void noTargetsNoChange() {
    Weighting.Met met = MaximumEntropyWeights.find(List.of(), new double[5][0]).orThrow();
    assertEquals(Weights.uniform(5), met.weights());
    assertEquals(5, met.effectiveSampleSize(), 1e-12);
  }

  @Test
  void everyTargetOutsideItsOwnRangeIsNamed() {
    double[][] features = {{0, 5}, {0, 7}, {0, 6}};
    Weighting weighting =
        MaximumEntropyWeights.find(
            List.of(new Target("complete response", 0.06), new Target("age", 8)), features);
    Weighting.Unreachable unreachable = assertInstanceOf(Weighting.Unreachable.class, weighting);
    assertEquals(
        """
        Target 'complete response' must be 0.06, but the patients reach only 0 to 0. Maybe take more patients, or leave the target out.
        Target 'age' must be 8, but the patients reach only 5 to 7. Maybe take more patients, or leave the target out.\
        """,
        unreachable.message());
    assertThrows(IllegalStateException.class, weighting::orThrow);
  }

  @Test
  void targetsThatContradictEachOtherAreNamedTogether() {
    List<Target> targets =
        List.of(
            new Target("response", 0.05), new Target("complete", 0.10),
            new Target("response to B", 0.4), new Target("complete to B", 0.1));
    Weighting weighting = MaximumEntropyWeights.find(targets, nested(300));
    Weighting.Unreachable unreachable = assertInstanceOf(Weighting.Unreachable.class, weighting);
    assertEquals(
        "Targets cannot be met together: −1 × 'response' + 1 × 'complete' must be 0.05, but the"
            + " patients reach only -1 to 0. Maybe take more patients, or leave one of these"
            + " targets out.",
        unreachable.message());
  }

  /// Whatever the data, the answer is weights that meet the targets or a sum that proves there are
  /// none.
  @Randomized(runs = 200)
  void theAnswerIsAlwaysMetOrProvedImpossible(long seed) {
    RandomStream stream = new Seed(seed).stream(2, "weighting test");
    int n = 3 + stream.nextIndex(20);
    int m = 1 + stream.nextIndex(4);
    double[][] features = new double[n][m];
    List<Target> targets = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      targets.add(new Target("t" + j, stream.nextNormal() / 2));
      for (double[] row : features) {
        row[j] = stream.nextNormal();
      }
    }
    switch (MaximumEntropyWeights.find(targets, features)) {
      case Weighting.Met met -> {
        for (int j = 0; j < m; j++) {
          assertEquals(targets.get(j).mean(), met.weights().mean(column(features, j)), 1e-9);
        }
      }
      case Weighting.Unreachable unreachable -> {
        for (Weighting.Conflict conflict : unreachable.conflicts()) {
          assertTrue(
              conflict.wanted() < conflict.lowest() || conflict.wanted() > conflict.highest());
        }
      }
    }
  }

  @Test
  void wrongCallsSayWhatIsWrong() {
    List<Target> one = List.of(new Target("response", 0.2));
    assertThrows(
        IllegalArgumentException.class, () -> MaximumEntropyWeights.find(one, new double[0][0]));
    assertThrows(
        IllegalArgumentException.class, () -> MaximumEntropyWeights.find(one, new double[3][2]));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> MaximumEntropyWeights.find(one, new double[][] {{1}, {Double.NaN}}));
    assertEquals("Patient 1 has NaN for 'response'. Features must be finite.", e.getMessage());
  }

  private static double[][] nested(int patients) {
    RandomStream stream = new Seed(11).stream(0, "nested outcomes");
    double[][] features = new double[patients][];
    for (int i = 0; i < patients; i++) {
      double a = stream.nextNormal();
      double b = 0.6 * a + 0.8 * stream.nextNormal();
      features[i] =
          new double[] {a > 0.6 ? 1 : 0, a > 1.2 ? 1 : 0, b > 0.4 ? 1 : 0, b > 1.5 ? 1 : 0};
    }
    return features;
  }

  private static double[] column(double[][] features, int j) {
    double[] column = new double[features.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = features[i][j];
    }
    return column;
  }

  private static double entropy(Weights weights) {
    double sum = 0;
    for (double w : weights.toArray()) {
      sum -= w == 0 ? 0 : w * Math.log(w);
    }
    return sum;
  }
}
