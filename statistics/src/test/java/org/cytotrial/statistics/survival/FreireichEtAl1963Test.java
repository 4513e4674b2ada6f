package org.cytotrial.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Weeks of remission on 6-mercaptopurine or placebo, 21 children each
/// (doi:10.1182/blood.V21.6.699.699). Survival and its standard errors as in Klein & Moeschberger
/// 2003, table 4.1; limits as Stata's `sts list` and R's `survfit(conf.type = "log-log")` print
/// them.
class FreireichEtAl1963Test {
  private static final double[] MERCAPTOPURINE = {
    6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
  };
  private static final double[] PLACEBO = {
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  private static KaplanMeier mercaptopurine() {
    boolean[] events = new boolean[21];
    Arrays.fill(events, 0, 9, true);
    return KaplanMeier.of(MERCAPTOPURINE, events);
  }

  private static KaplanMeier placebo() {
    boolean[] events = new boolean[21];
    Arrays.fill(events, true);
    return KaplanMeier.of(PLACEBO, events);
  }

  @Test
  void survivalOnMercaptopurineToFourDigits() {
    double[][] printed = {
      {6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516},
      {7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228},
      {10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894},
      {13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491},
      {16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049},
      {22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468},
      {23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801}
    };
    List<KaplanMeier.Step> steps =
        mercaptopurine().steps().stream().filter(step -> step.events() > 0).toList();
    assertEquals(printed.length, steps.size());
    for (int i = 0; i < printed.length; i++) {
      KaplanMeier.Step step = steps.get(i);
      double[] line = {
        step.time(),
        step.atRisk(),
        step.events(),
        step.survival(),
        step.standardError().orElseThrow(),
        step.interval().orElseThrow().lower(),
        step.interval().orElseThrow().upper()
      };
      for (int column = 0; column < line.length; column++) {
        assertEquals(
            printed[i][column], line[column], 5e-5, "week " + step.time() + ", column " + column);
      }
    }
  }

  @Test
  void medianRemissionIs23WeeksWithoutAnUpperLimit() {
    KaplanMeier.Quantile median = mercaptopurine().median();
    assertEquals(OptionalDouble.of(23), median.time());
    assertEquals(OptionalDouble.of(13), median.lower());
    assertEquals(OptionalDouble.empty(), median.upper());
  }

  @Test
  void medianRemissionOnPlaceboIs8WeeksFrom4To11() {
    KaplanMeier.Quantile median = placebo().median();
    assertEquals(OptionalDouble.of(8), median.time());
    assertEquals(OptionalDouble.of(4), median.lower());
    assertEquals(OptionalDouble.of(11), median.upper());
  }

  @Test
  void atRiskCountsThoseWhoLeaveAtThatTime() {
    assertEquals(21, mercaptopurine().atRisk(0));
    assertEquals(21, mercaptopurine().atRisk(6));
    assertEquals(17, mercaptopurine().atRisk(6.5));
    assertEquals(4, mercaptopurine().atRisk(32));
    assertEquals(0, mercaptopurine().atRisk(36));
  }

  @Test
  void survivalHoldsBetweenSteps() {
    assertEquals(1, mercaptopurine().survival(5.9));
    assertEquals(18 / 21.0, mercaptopurine().survival(6), 1e-15);
    assertEquals(mercaptopurine().survival(23), mercaptopurine().survival(40));
    assertEquals(0, placebo().survival(23));
    assertTrue(placebo().steps().getLast().interval().isEmpty());
  }
}
