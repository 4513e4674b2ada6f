package org.cytotrial.statistics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.cytotrial.statistics.Randomized;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  /// `quantile(c(15, 20, 35, 40, 50), c(.05, .3, .4, .5, 1))` in R: 16, 23, 29, 35, 50.
  @Test
  void typeSevenAsInR() {
    double[] sample = {50, 15, 40, 20, 35};
    assertEquals(16, Quantiles.of(sample, 0.05), 1e-12);
    assertEquals(23, Quantiles.of(sample, 0.3), 1e-12);
    assertEquals(29, Quantiles.of(sample, 0.4), 1e-12);
    assertEquals(35, Quantiles.median(sample));
    assertEquals(50, Quantiles.of(sample, 1));
    assertEquals(new Quantiles.Quartiles(20, 35, 40), Quantiles.quartiles(sample));
  }

  @Randomized
  void equalWeightsAndWeightsOfZeroChangeNothing(long seed) {
    RandomStream stream = new Seed(seed).stream(0, "quantile test");
    int n = 1 + (int) seed;
    double[] sample = DoubleStream.generate(stream::nextNormal).limit(n).toArray();
    double[] weights = new double[2 * n];
    Arrays.fill(weights, 0, n, 0.25);
    double[] padded = Arrays.copyOf(sample, 2 * n);
    for (double p : new double[] {0, 0.1, 0.25, 0.5, 0.9, 1}) {
      assertEquals(Quantiles.of(sample, p), Quantiles.weighted(padded, weights, p), 1e-9);
    }
  }

  @Randomized
  void weightedQuantilesGrowWithTheProbability(long seed) {
    RandomStream stream = new Seed(seed).stream(1, "quantile test");
    double[] sample = DoubleStream.generate(stream::nextNormal).limit(20).toArray();
    double[] weights = DoubleStream.generate(stream::nextUniform).limit(20).toArray();
    double last = Double.NEGATIVE_INFINITY;
    for (double p = 0; p <= 1; p += 0.125) {
      double quantile = Quantiles.weighted(sample, weights, p);
      assertEquals(Math.max(last, quantile), quantile, 1e-12);
      last = quantile;
    }
  }

  @Test
  void samplesWithoutAnOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Quantiles.median(new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Quantiles.median(new double[] {1, Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[] {1}, 1.5));
    assertThrows(
        IllegalArgumentException.class,
        () -> Quantiles.weighted(new double[2], new double[3], 0.5));
  }

  @Test
  void kishCountsTheEquallyWeighted() {
    assertEquals(4, EffectiveSampleSize.kish(new double[] {0.25, 0.25, 0.25, 0.25}), 1e-12);
    assertEquals(1, EffectiveSampleSize.kish(new double[] {0, 3, 0}), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> EffectiveSampleSize.kish(new double[2]));
  }
}
