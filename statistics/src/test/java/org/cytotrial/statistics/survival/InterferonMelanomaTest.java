package org.cytotrial.statistics.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytotrial.statistics.meta.Coefficient;
import org.cytotrial.statistics.meta.HeterogeneityMethod;
import org.cytotrial.statistics.meta.RandomEffects;
import org.cytotrial.statistics.meta.SharedReview;
import org.cytotrial.statistics.meta.StudyEffects;
import org.cytotrial.statistics.meta.TestMethod;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// High-dose interferon-α against observation in melanoma (E1684 and E1690):
/// ifn_melanoma_ipd_golden.json, made with R survival.
class InterferonMelanomaTest {
  private static CoxModel.Coefficient treatment(String trial, String time, String event) {
    List<Map<String, String>> rows = SharedReview.rows("immunotherapy/hdbayes_" + trial + ".csv");
    double[][] x = new double[rows.size()][1];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = number(rows.get(i), "treatment");
    }
    PatientTimes patients =
        PatientTimes.of(column(rows, time), events(rows, event), x, List.of("treatment"));
    return CoxModel.fit(patients, CoxModel.Ties.EFRON, 0.95).coefficients().getFirst();
  }

  private static double[] column(List<Map<String, String>> rows, String name) {
    return rows.stream().mapToDouble(r -> number(r, name)).toArray();
  }

  private static boolean[] events(List<Map<String, String>> rows, String name) {
    boolean[] events = new boolean[rows.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = number(rows.get(i), name) == 1;
    }
    return events;
  }

  private static double number(Map<String, String> row, String name) {
    return SharedReview.number(row.getOrDefault(name, ""));
  }

  private static JsonNode golden() {
    Path file = SharedReview.file("golden/ifn_melanoma_ipd_golden.json");
    return JsonMapper.shared().readTree(file);
  }

  @Test
  void hazardRatiosAndLogRank() {
    JsonNode golden = golden();
    for (String trial : List.of("E1684", "E1690")) {
      JsonNode expected = golden.get(trial);
      CoxModel.Coefficient rfs = treatment(trial, "failtime", "failcens");
      CoxModel.Coefficient os = treatment(trial, "survtime", "survcens");
      close(expected.get("rfs.logHR"), rfs.estimate());
      close(expected.get("rfs.se"), rfs.standardError());
      close(expected.get("os.logHR"), os.estimate());
      close(expected.get("os.se"), os.standardError());
      List<Map<String, String>> rows = SharedReview.rows("immunotherapy/hdbayes_" + trial + ".csv");
      int[] group = rows.stream().mapToInt(r -> (int) number(r, "treatment")).toArray();
      LogRankTest test =
          LogRankTest.of(column(rows, "failtime"), events(rows, "failcens"), group, 2);
      for (int g = 0; g < 2; g++) {
        close(expected.get("logrank.O").get(g), test.observed().get(g));
        close(expected.get("logrank.E").get(g), test.expected().get(g));
      }
      close(expected.get("logrank.V"), test.variance().get(0).get(0));
      close(expected.get("logrank.chisq"), test.chiSquared());
    }
  }

  @Test
  void pooling() {
    JsonNode golden = golden();
    for (String end : List.of("rfs", "os")) {
      List<CoxModel.Coefficient> trials = new ArrayList<>();
      for (String trial : List.of("E1684", "E1690")) {
        trials.add(
            end.equals("rfs")
                ? treatment(trial, "failtime", "failcens")
                : treatment(trial, "survtime", "survcens"));
      }
      StudyEffects studies =
          StudyEffects.of(
              trials.stream().mapToDouble(c -> c.estimate()).toArray(),
              trials.stream().mapToDouble(c -> c.standardError() * c.standardError()).toArray());
      for (HeterogeneityMethod method :
          List.of(HeterogeneityMethod.EE, HeterogeneityMethod.DL, HeterogeneityMethod.REML)) {
        JsonNode expected = golden.get("pooled.E1684+E1690." + end + "." + method);
        RandomEffects fit = RandomEffects.fit(studies, method, TestMethod.Z, 0.95);
        Coefficient pooled = fit.pooled();
        close(expected.get("estimate"), pooled.estimate());
        close(expected.get("se"), pooled.standardError());
        close(expected.get("tau2"), fit.heterogeneity().tau2());
        close(expected.get("I2"), fit.i2());
        close(expected.get("Q"), fit.residual().statistic());
        close(expected.get("HR"), Math.exp(pooled.estimate()));
        close(expected.get("ci").get(0), Math.exp(pooled.low()));
        close(expected.get("ci").get(1), Math.exp(pooled.high()));
      }
    }
  }

  private static void close(JsonNode expected, double actual) {
    assertEquals(expected.asDouble(), actual, 1e-6 * Math.max(1e-3, Math.abs(expected.asDouble())));
  }
}
