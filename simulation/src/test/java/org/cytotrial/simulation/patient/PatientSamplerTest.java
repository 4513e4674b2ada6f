package org.cytotrial.simulation.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cytotrial.domain.parameter.Ledger;
import org.cytotrial.domain.parameter.LedgerEntry;
import org.cytotrial.domain.parameter.ParameterDistribution.LogitNormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Lognormal;
import org.cytotrial.domain.parameter.ParameterDistribution.Normal;
import org.cytotrial.domain.parameter.ParameterDistribution.ZeroInflatedLognormal;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.statistics.random.Seed;
import org.junit.jupiter.api.Test;

/// Specification section 12.1: 60 sampled parameters, truncated by drawing again, zero-inflated
/// clones.
class PatientSamplerTest {
  private static final int DRAWS = 2000;
  private static final Ledger LEDGER = Reference.LEDGER;
  private static final List<Map<String, Double>> DRAWN = draws(new Seed(1));

  private static List<Map<String, Double>> draws(Seed seed) {
    var sampler = new PatientSampler(LEDGER, seed);
    List<Map<String, Double>> drawn = new ArrayList<>();
    for (int i = 0; i < DRAWS; i++) {
      drawn.add(sampler.draw(i));
    }
    return drawn;
  }

  private static double[] column(String id) {
    return DRAWN.stream().mapToDouble(d -> d.getOrDefault(id, Double.NaN)).sorted().toArray();
  }

  private static List<LedgerEntry> sampled() {
    return LEDGER.entries().stream().filter(e -> e.distribution().isSampled()).toList();
  }

  @Test
  void sixtyParametersAreDrawn() {
    assertEquals(60, sampled().size());
    assertEquals(60, DRAWN.getFirst().size());
  }

  @Test
  void noDrawLiesOutsideItsBoundsOrOnThem() {
    for (LedgerEntry entry : sampled()) {
      double[] values = column(entry.id());
      boolean isZeroInflated = entry.distribution() instanceof ZeroInflatedLognormal;
      double[] drawn = Arrays.stream(values).filter(v -> !isZeroInflated || v != 0).toArray();
      assertTrue(drawn[0] > entry.low().orElse(Double.NEGATIVE_INFINITY), entry.id());
      assertTrue(
          drawn[drawn.length - 1] < entry.high().orElse(Double.POSITIVE_INFINITY), entry.id());
      assertEquals(drawn.length, Arrays.stream(drawn).distinct().count(), entry.id() + " repeats");
    }
  }

  /// The share of exact zeros is one minus the probability that the ledger names; four standard
  /// errors.
  @Test
  void clonesAreAbsentInTheStatedShare() {
    int found = 0;
    for (LedgerEntry entry : sampled()) {
      if (entry.distribution() instanceof ZeroInflatedLognormal(_, var probability)) {
        double p = LEDGER.value(probability);
        double share =
            Arrays.stream(column(entry.id())).filter(v -> v > 0).count() / (double) DRAWS;
        assertEquals(p, share, 4 * Math.sqrt(p * (1 - p) / DRAWS), entry.id());
        found++;
      }
    }
    assertEquals(2, found);
  }

  /// The value of the ledger is the median of the untruncated distribution: where bounds cut off as
  /// much above as below, of the drawn one too. Compared on the scale of the distribution: four
  /// standard errors of a median and what truncation can shift.
  @Test
  void mediansAreTheLedgersValues() {
    for (LedgerEntry entry : sampled()) {
      double[] values = Arrays.stream(column(entry.id())).filter(v -> v != 0).toArray();
      double median = values[values.length / 2];
      double z =
          switch (entry.distribution()) {
            case Lognormal(var sigma) -> Math.log(median / entry.value()) / sigma;
            case ZeroInflatedLognormal(var sigma, _) -> Math.log(median / entry.value()) / sigma;
            case Normal(var sd) -> (median - entry.value()) / sd;
            case LogitNormal(var sigma) -> (logit(median) - logit(entry.value())) / sigma;
            default -> throw new IllegalStateException(entry.id());
          };
      double standardError = 1.2533 / Math.sqrt(values.length);
      assertEquals(0, z, 4 * standardError + 0.1, entry.id());
    }
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  @Test
  void drawsDependOnSeedAndPatientAlone() {
    assertEquals(DRAWN.subList(0, 50), draws(new Seed(1)).subList(0, 50));
    assertEquals(DRAWN.get(1234), new PatientSampler(LEDGER, new Seed(1)).draw(1234));
    assertNotEquals(DRAWN.getFirst(), new PatientSampler(LEDGER, new Seed(2)).draw(0));
    assertNotEquals(DRAWN.get(0), DRAWN.get(1));
  }
}
