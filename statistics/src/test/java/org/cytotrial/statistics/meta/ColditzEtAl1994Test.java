package org.cytotrial.statistics.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.statistics.interval.Interval;
import org.junit.jupiter.api.Test;

/// The 13 trials of BCG vaccine against tuberculosis (Colditz et al. 1994,
/// doi:10.1001/jama.1994.03510330076038), as analysed in Viechtbauer 2010
/// (doi:10.18637/jss.v036.i03), section 3: figures as printed there.
class ColditzEtAl1994Test {
  // Vaccinated with and without tuberculosis, not vaccinated with and without; absolute latitude.
  private static final double[][] TRIALS = {
    {4, 119, 11, 128, 44},
    {6, 300, 29, 274, 55},
    {3, 228, 11, 209, 42},
    {62, 13536, 248, 12619, 52},
    {33, 5036, 47, 5761, 13},
    {180, 1361, 372, 1079, 44},
    {8, 2537, 10, 619, 19},
    {505, 87886, 499, 87892, 13},
    {29, 7470, 45, 7232, 27},
    {17, 1699, 65, 1600, 42},
    {186, 50448, 141, 27197, 18},
    {5, 2493, 3, 2338, 33},
    {27, 16886, 29, 17825, 33}
  };

  static List<TwoByTwo> tables() {
    List<TwoByTwo> tables = new ArrayList<>();
    for (double[] t : TRIALS) {
      tables.add(new TwoByTwo(t[0], t[1], t[2], t[3]));
    }
    return tables;
  }

  static StudyEffects riskRatios() {
    return StudyEffects.of(tables().stream().map(TwoByTwo::riskRatio).toList());
  }

  @Test
  void restrictedMaximumLikelihoodOfTheLogRiskRatio() {
    RandomEffects fit =
        RandomEffects.fit(riskRatios(), HeterogeneityMethod.REML, TestMethod.Z, 0.95);
    assertEquals(-0.7145, fit.pooled().estimate(), 5e-5);
    assertEquals(0.1798, fit.pooled().standardError(), 5e-5);
    assertEquals(-1.0669, fit.pooled().low(), 5e-5);
    assertEquals(-0.3622, fit.pooled().high(), 5e-5);
    assertEquals(0.3132, fit.heterogeneity().tau2(), 5e-5);
    assertEquals(0.1664, fit.heterogeneity().standardError(), 5e-5);
    assertEquals(92.22, fit.i2(), 5e-3);
    assertEquals(152.2330, fit.residual().statistic(), 5e-5);
  }

  @Test
  void intervalOfTheHeterogeneity() {
    Interval interval = QProfile.of(riskRatios(), 0.95).orElseThrow();
    assertEquals(0.1197, interval.lower(), 5e-5);
    assertEquals(1.1115, interval.upper(), 5e-5);
  }

  @Test
  void latitudeExplainsMostOfTheHeterogeneity() {
    double[] latitude = new double[TRIALS.length];
    for (int i = 0; i < TRIALS.length; i++) {
      latitude[i] = TRIALS[i][4];
    }
    RandomEffects fit =
        RandomEffects.fit(
            riskRatios().withModerator("ablat", latitude),
            HeterogeneityMethod.DL,
            TestMethod.Z,
            0.95);
    assertEquals(-0.0292, fit.coefficients().get(1).estimate(), 5e-5);
    assertEquals(0.0633, fit.heterogeneity().tau2(), 5e-5);
    assertEquals(30.7331, fit.residual().statistic(), 5e-5);
    assertEquals(18.8452, fit.moderators().orElseThrow().statistic(), 5e-5);
  }

  @Test
  void aModeratorThatIsTheInterceptAgainIsRefused() {
    StudyEffects twice =
        riskRatios().withModerator("one", new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    assertThrows(
        ArithmeticException.class,
        () -> RandomEffects.fit(twice, HeterogeneityMethod.REML, TestMethod.Z, 0.95));
  }

  @Test
  void tenThousandFits() {
    StudyEffects studies = riskRatios();
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      sum += HeterogeneityMethod.REML.estimate(studies).tau2();
    }
    long start = System.nanoTime();
    for (int i = 0; i < 10_000; i++) {
      double tau2 = HeterogeneityMethod.REML.estimate(studies).tau2();
      sum += tau2 + Projection.at(studies, tau2).coefficients()[0];
    }
    System.out.printf("10,000 REML fits of 13 trials: %.2f s%n", (System.nanoTime() - start) / 1e9);
    assertEquals(12_000 * 0.31324 - 10_000 * 0.71453, sum, 1);
  }
}
