package org.cytotrial.statistics.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.cytotrial.statistics.Randomized;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int N = 20_000;

  /// The words of NumPy's Philox with the key and counter that [Seed] describes: a change would
  /// change every published run.
  @Test
  void theFirstNumbersOfAStreamStayTheSameForever() {
    RandomStream stream = new Seed(20260101).stream(17, "tumour growth rate");
    assertEquals(-457908107941173006L, stream.nextWord());
  }

  /// The test vectors of FNV-1a, 64 bits, as printed in RFC 9923.
  @Test
  void fingerprintsAreThoseOfRfc9923() {
    assertEquals(0xcbf29ce484222325L, Seed.fingerprint(""));
    assertEquals(0xaf63dc4c8601ec8cL, Seed.fingerprint("a"));
    assertEquals(0x85944171f73967e8L, Seed.fingerprint("foobar"));
  }

  /// The first outputs of SplitMix64 from seed 0x1a2b3c4d5e6f7531, by the authors' program
  /// (commons-rng, SplitMix64Test).
  @Test
  void mixingIsThatOfSplitMix64() {
    long gamma = 0x9e3779b97f4a7c15L;
    assertEquals(0x4141302768c9e9d0L, Seed.mix(0x1a2b3c4d5e6f7531L + gamma));
    assertEquals(0x64df48c4eab51b1aL, Seed.mix(0x1a2b3c4d5e6f7531L + 2 * gamma));
  }

  @Randomized(runs = 10)
  void aStreamIsTheSameTwiceAndWhateverElseIsDrawn(long seed) {
    RandomStream first = new Seed(seed).stream(3, "growth");
    RandomStream other = new Seed(seed).stream(4, "growth");
    RandomStream again = new Seed(seed).stream(3, "growth");
    for (int i = 0; i < 100; i++) {
      double expected = first.nextNormal();
      other.nextUniform();
      assertEquals(expected, again.nextNormal());
    }
  }

  @Test
  void threadsDoNotMatter() {
    long[] oneThread = LongStream.range(0, 2000).map(RandomStreamTest::thirdWord).toArray();
    long[] manyThreads =
        LongStream.range(0, 2000).parallel().map(RandomStreamTest::thirdWord).toArray();
    assertTrue(Arrays.equals(oneThread, manyThreads));
  }

  private static long thirdWord(long patient) {
    RandomStream stream = new Seed(5).stream(patient, "clearance");
    stream.nextNormal();
    stream.nextIndex(7);
    return stream.nextWord();
  }

  @Test
  void neighbouringSeedsPatientsAndPurposesShareNoWord() {
    Set<Long> words = new HashSet<>();
    int drawn = 0;
    for (long seed = 0; seed < 10; seed++) {
      for (long patient = -5; patient < 5; patient++) {
        for (String purpose : new String[] {"", "a", "b", "ab", "ba", "growth", "growth "}) {
          RandomStream stream = new Seed(seed).stream(patient, purpose);
          for (int i = 0; i < 20; i++, drawn++) {
            words.add(stream.nextWord());
          }
        }
      }
    }
    assertEquals(drawn, words.size());
  }

  @Randomized(runs = 10)
  void uniformsPassKolmogorovSmirnov(long seed) {
    RandomStream stream = new Seed(seed).stream(0, "uniform");
    assertFollows(stream::nextUniform, u -> u);
  }

  @Randomized(runs = 10)
  void normalsPassKolmogorovSmirnov(long seed) {
    RandomStream stream = new Seed(seed).stream(0, "normal");
    assertFollows(stream::nextNormal, NormalDistribution.of(0, 1)::cumulativeProbability);
  }

  /// One number from each of many patients must do as well as many numbers of one patient.
  @Randomized(runs = 10)
  void firstNumbersOfPatientsPassKolmogorovSmirnov(long seed) {
    long[] patient = {0};
    assertFollows(() -> new Seed(seed).stream(patient[0]++, "first").nextUniform(), u -> u);
  }

  @Randomized(runs = 10)
  void normalsHaveTheMomentsOfANormal(long seed) {
    RandomStream stream = new Seed(seed).stream(1, "moments");
    double[] z = DoubleStream.generate(stream::nextNormal).limit(N).toArray();
    // five standard errors of each moment: variances 1, 2, 15 and 96 over n
    assertEquals(0, moment(z, 1), 5 * Math.sqrt(1.0 / N));
    assertEquals(1, moment(z, 2), 5 * Math.sqrt(2.0 / N));
    assertEquals(0, moment(z, 3), 5 * Math.sqrt(15.0 / N));
    assertEquals(3, moment(z, 4), 5 * Math.sqrt(96.0 / N));
  }

  @Randomized(runs = 10)
  void purposesPatientsAndSeedsAreUncorrelated(long seed) {
    RandomStream[] streams = {
      new Seed(seed).stream(1, "growth"),
      new Seed(seed).stream(1, "clearance"),
      new Seed(seed).stream(2, "growth"),
      new Seed(seed + 1).stream(1, "growth")
    };
    double[][] z = new double[streams.length][];
    for (int s = 0; s < streams.length; s++) {
      z[s] = DoubleStream.generate(streams[s]::nextNormal).limit(N).toArray();
      for (int t = 0; t < s; t++) {
        double[] product = new double[N];
        for (int i = 0; i < N; i++) {
          product[i] = z[s][i] * z[t][i];
        }
        assertEquals(0, moment(product, 1), 5 / Math.sqrt(N));
      }
    }
  }

  @Randomized(runs = 5)
  void indicesFallEvenly(long seed) {
    RandomStream stream = new Seed(seed).stream(9, "resample");
    int[] counts = new int[10];
    for (int i = 0; i < N; i++) {
      counts[stream.nextIndex(10)]++;
    }
    for (int count : counts) {
      assertEquals(N / 10.0, count, 5 * Math.sqrt(N * 0.09));
    }
  }

  @Test
  void anIndexNeedsARoom() {
    RandomStream stream = new Seed(0).stream(0, "x");
    assertThrows(IllegalArgumentException.class, () -> stream.nextIndex(0));
  }

  /// Kolmogorov's D against 2.2/√n, which chance exceeds once in 8,000 times.
  private static void assertFollows(DoubleSupplier numbers, DoubleUnaryOperator distribution) {
    double[] sorted = DoubleStream.generate(numbers).limit(N).sorted().toArray();
    double distance = 0;
    for (int i = 0; i < N; i++) {
      double p = distribution.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.max(p - i / (double) N, (i + 1) / (double) N - p));
    }
    assertTrue(
        sorted[0] > Double.NEGATIVE_INFINITY && distance < 2.2 / Math.sqrt(N), "D = " + distance);
  }

  private static double moment(double[] sample, int power) {
    return Arrays.stream(sample).map(x -> Math.pow(x, power)).average().orElseThrow();
  }
}
