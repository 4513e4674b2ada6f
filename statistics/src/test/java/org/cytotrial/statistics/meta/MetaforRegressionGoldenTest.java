package org.cytotrial.statistics.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every regression of golden/metafor.json, the three-level model and the selection model.
class MetaforRegressionGoldenTest {
  private final Agreement agreement = new Agreement();
  private final Agreement byDefault = new Agreement();

  @Test
  void everyRegression() {
    JsonNode regressions = SharedReview.json("golden/metafor.json").get("regressions");
    for (String name : regressions.propertyNames()) {
      JsonNode expected = regressions.get(name);
      if (name.contains("GLMM")) {
        binomial(name, expected);
      } else if (name.contains("3-level")) {
        threeLevel(name, expected);
      } else if (name.contains("selmodel")) {
        selection(name, expected);
      } else {
        regression(name, expected, studies(name));
      }
    }
    System.out.println(
        "GOLDEN metafor.json regressions: "
            + (agreement.compared() - agreement.disagreements().size())
            + " of "
            + agreement.compared()
            + " values agree");
    agreement.disagreements().forEach(d -> System.out.println("GOLDEN " + d));
    System.out.println(
        "GOLDEN of these, "
            + byDefault.disagreements().size()
            + " agree only with a search stopped as theirs was");
    assertEquals(0, agreement.disagreements().size());
  }

  private static StudyEffects studies(String name) {
    if (name.startsWith("dat.bcg")) {
      StudyEffects studies = StudyEffects.of(GoldenData.effects("dat.bcg", "RR"));
      List<Map<String, String>> rows = SharedReview.rows("metadat/dat.bcg.csv");
      for (String column : List.of("ablat", "year")) {
        if (name.contains(column)) {
          studies = studies.withModerator(column, numbers(rows, column));
        }
      }
      List<String> alloc = rows.stream().map(r -> r.getOrDefault("alloc", "")).toList();
      return name.contains("alloc") ? studies.withCategories("factor(alloc)", alloc) : studies;
    }
    return name.startsWith("dat.ursino2021")
        ? doses("dat.ursino2021", 400)
        : doses("dat.roever2022", 100);
  }

  private static StudyEffects doses(String dataset, double reference) {
    double[] dose = numbers(SharedReview.rows("metadat/" + dataset + ".csv"), "dose");
    double[] log =
        IntStream.range(0, dose.length).mapToDouble(i -> Math.log(dose[i] / reference)).toArray();
    return StudyEffects.of(GoldenData.effects(dataset, "PLO"))
        .withModerator("I(log(dose/" + (int) reference + "))", log);
  }

  private static double[] numbers(List<Map<String, String>> rows, String column) {
    return rows.stream()
        .mapToDouble(r -> SharedReview.number(r.getOrDefault(column, "")))
        .toArray();
  }

  private void regression(String name, JsonNode expected, StudyEffects studies) {
    HeterogeneityMethod method = HeterogeneityMethod.valueOf(expected.get("method").asString());
    TestMethod test = expected.get("test").asString().equals("z") ? TestMethod.Z : TestMethod.KNHA;
    double tolerance = MetaforGoldenTest.tolerance(method);
    compare(byDefault, name, expected, RandomEffects.fit(studies, method, test, 0.95), tolerance);
    compare(
        agreement,
        name,
        expected,
        RandomEffects.fit(studies, method, Search.Stopped.usual(), test, 0.95),
        tolerance);
    List<String> names = new ArrayList<>();
    expected.get("names").forEach(n -> names.add(n.asString()));
    agreement.equal(name + " names", names, studies.names());
    agreement.equal(name + " k", expected.get("k").asInt(), studies.k());
  }

  private static void compare(
      Agreement to, String name, JsonNode expected, RandomEffects fit, double tolerance) {
    for (int i = 0; i < fit.coefficients().size(); i++) {
      Coefficient each = fit.coefficients().get(i);
      to.check(name, "coef", expected.get("coef").get(i), each.estimate(), tolerance);
      to.check(name, "se", expected.get("se").get(i), each.standardError(), tolerance);
      to.check(name, "p", expected.get("p").get(i), each.p(), tolerance);
    }
    RandomEffects.OmnibusTest moderators = fit.moderators().orElseThrow();
    to.check(name, "tau2", expected.get("tau2"), fit.heterogeneity().tau2(), tolerance);
    to.check(name, "R2", expected.get("R2"), fit.r2().orElseThrow(), tolerance);
    to.check(name, "I2", expected.get("I2"), fit.i2(), tolerance);
    to.check(name, "QE", expected.get("QE"), fit.residual().statistic(), tolerance);
    to.check(name, "QEp", expected.get("QEp"), fit.residual().p(), tolerance);
    to.check(name, "QM", expected.get("QM"), moderators.statistic(), tolerance);
    to.check(name, "QMp", expected.get("QMp"), moderators.p(), tolerance);
  }

  private void binomial(String name, JsonNode expected) {
    StudyEffects design = doses("dat.ursino2021", 400);
    BinomialNormalModel fit =
        BinomialNormalModel.fit(GoldenData.proportions("dat.ursino2021"), design, 0.95);
    for (int i = 0; i < design.p(); i++) {
      Coefficient each = fit.coefficients().get(i);
      agreement.check(
          name, "coef", expected.get("coef").get(i), each.estimate(), Agreement.QUADRATURE);
      agreement.check(
          name, "se", expected.get("se").get(i), each.standardError(), Agreement.QUADRATURE);
    }
    agreement.check(name, "tau2", expected.get("tau2"), fit.tau2(), Agreement.QUADRATURE);
  }

  private void threeLevel(String name, JsonNode expected) {
    List<Map<String, String>> rows = SharedReview.rows("metadat/dat.konstantopoulos2011.csv");
    ThreeLevelModel fit =
        ThreeLevelModel.fit(
            StudyEffects.of(numbers(rows, "yi"), numbers(rows, "vi")),
            rows.stream().map(r -> r.getOrDefault("district", "")).toList(),
            0.95);
    agreement.check(
        name, "coef", expected.get("coef"), fit.pooled().estimate(), Agreement.QUADRATURE);
    agreement.check(
        name, "se", expected.get("se"), fit.pooled().standardError(), Agreement.QUADRATURE);
    agreement.check(
        name, "sigma2", expected.get("sigma2").get(0), fit.betweenStudies(), Agreement.QUADRATURE);
    agreement.check(
        name, "sigma2", expected.get("sigma2").get(1), fit.withinStudies(), Agreement.QUADRATURE);
    agreement.check(
        name, "logLik", expected.get("logLik"), fit.logLikelihood(), Agreement.QUADRATURE);
    agreement.check(
        name, "QE", expected.get("QE"), fit.residual().statistic(), Agreement.CLOSED_FORM);
  }

  private void selection(String name, JsonNode expected) {
    StudyEffects studies = StudyEffects.of(GoldenData.effects("dat.hackshaw1998", "lnOR"));
    StepSelectionModel fit = StepSelectionModel.fit(studies, List.of(0.025), 0.95);
    agreement.check(
        name, "beta", expected.get("beta"), fit.pooled().estimate(), Agreement.QUADRATURE);
    agreement.check(
        name, "se", expected.get("se"), fit.pooled().standardError(), Agreement.QUADRATURE);
    agreement.check(name, "tau2", expected.get("tau2"), fit.tau2(), Agreement.QUADRATURE);
    agreement.check(
        name, "delta", expected.get("delta").get(0), fit.delta().get(0), Agreement.QUADRATURE);
    agreement.check(
        name, "delta", expected.get("delta").get(1), fit.delta().get(1), Agreement.QUADRATURE);
    agreement.check(
        name, "LRT", expected.get("LRT"), fit.likelihoodRatio().statistic(), Agreement.QUADRATURE);
    agreement.check(
        name, "LRTp", expected.get("LRTp"), fit.likelihoodRatio().p(), Agreement.QUADRATURE);
  }
}
