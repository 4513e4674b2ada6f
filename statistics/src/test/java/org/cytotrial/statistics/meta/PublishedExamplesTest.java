package org.cytotrial.statistics.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// published_examples.json (to the printed digits) and immunotherapy_proportion_golden.json.
class PublishedExamplesTest {
  private static final double PRINTED = 5.1e-5;

  @Test
  void derSimonianAndKacker2007Tables3And4() {
    for (JsonNode example : SharedReview.json("golden/published_examples.json").get("examples")) {
      List<EffectEstimate> effects = new ArrayList<>();
      for (int i = 0; i < example.get("ai").size(); i++) {
        effects.add(
            TwoByTwo.ofTotals(
                    at(example, "ai", i),
                    at(example, "n1i", i),
                    at(example, "ci", i),
                    at(example, "n2i", i))
                .oddsRatio());
      }
      StudyEffects studies = StudyEffects.of(effects);
      JsonNode tau = example.get("expected").get("tau");
      for (String name : tau.propertyNames()) {
        double tau2 = tau2(name, studies);
        Projection fit = Projection.at(studies, tau2);
        // The printed 0.0023 of ML is a search that stopped early; the likelihood falls from 0 on.
        double tolerance = name.equals("ML") ? 2.4e-3 : PRINTED;
        assertEquals(tau.get(name).asDouble(), Math.sqrt(tau2), tolerance, name);
        assertEquals(
            example.at("/expected/mu/" + name).asDouble(),
            fit.coefficients()[0],
            2 * PRINTED,
            name);
        assertEquals(
            example.at("/expected/se/" + name).asDouble(),
            Math.sqrt(fit.inverse()[0][0]),
            PRINTED,
            name);
      }
    }
  }

  private static double tau2(String name, StudyEffects studies) {
    return switch (name) {
      case "DL2" -> TwoStep.from(HeterogeneityMethod.DL.estimate(studies).tau2(), studies);
      case "CA2" -> TwoStep.from(HeterogeneityMethod.HE.estimate(studies).tau2(), studies);
      case "SJ2" ->
          SidikJonkman.from(HeterogeneityMethod.HE.estimate(studies).tau2(), studies).tau2();
      default -> HeterogeneityMethod.valueOf(name).estimate(studies).tau2();
    };
  }

  private static double at(JsonNode node, String field, int i) {
    return node.get(field).get(i).asDouble();
  }

  @Test
  void pooledResponseAndToxicityRates() {
    Agreement agreement = new Agreement();
    Agreement byDefault = new Agreement();
    JsonNode golden = SharedReview.json("golden/immunotherapy_proportion_golden.json");
    for (String name : golden.propertyNames()) {
      JsonNode expected = golden.get(name);
      boolean freemanTukey = name.contains("PFT");
      String column =
          name.startsWith("NMIBC")
              ? name.substring(6, name.indexOf(" P"))
              : name.substring(4, name.indexOf(" PLO"));
      List<Proportion> studies = name.startsWith("NMIBC") ? rates(column) : counts(column);
      List<EffectEstimate> effects =
          freemanTukey
              ? studies.stream().map(Proportion::doubleArcsine).toList()
              : ZeroCells.HALF_TO_ZERO.applyTo(studies).stream().map(Proportion::logit).toList();
      StudyEffects pooled = StudyEffects.of(effects);
      // The expected values have metafor's default search.
      RandomEffects fit =
          RandomEffects.fit(
              pooled, HeterogeneityMethod.REML, Search.Stopped.usual(), TestMethod.Z, 0.95);
      RandomEffects exact = RandomEffects.fit(pooled, HeterogeneityMethod.REML, TestMethod.Z, 0.95);
      assertEquals(fit.heterogeneity().tau2(), exact.heterogeneity().tau2(), 1e-5, name);
      double n =
          BackTransformation.harmonicMean(studies.stream().mapToDouble(Proportion::n).toArray());
      BackTransformation back =
          freemanTukey ? BackTransformation.FREEMAN_TUKEY : BackTransformation.LOGISTIC;
      agreement.equal(name + " k", expected.get("k").asInt(), studies.size());
      agreement.equal(
          name + " N",
          expected.get("N").asInt(),
          (int) studies.stream().mapToDouble(Proportion::n).sum());
      compare(agreement, name, expected, fit, value -> back.apply(value, n));
      compare(byDefault, name, expected, exact, value -> back.apply(value, n));
    }
    System.out.println(
        "GOLDEN immunotherapy proportions: "
            + (agreement.compared() - agreement.disagreements().size())
            + " of "
            + agreement.compared()
            + " values agree, "
            + byDefault.disagreements().size()
            + " of them only with metafor's default search");
    agreement.disagreements().forEach(d -> System.out.println("GOLDEN " + d));
    assertEquals(0, agreement.disagreements().size());
  }

  private static void compare(
      Agreement to, String name, JsonNode expected, RandomEffects fit, DoubleUnaryOperator back) {
    double pooled = back.applyAsDouble(fit.pooled().estimate());
    to.check(name, "pred", expected.get("pred"), pooled, 1e-6);
    double low = back.applyAsDouble(fit.pooled().low());
    to.check(name, "ci.lb", expected.get("ci").get(0), low, 1e-6);
    double high = back.applyAsDouble(fit.pooled().high());
    to.check(name, "ci.ub", expected.get("ci").get(1), high, 1e-6);
    to.check(name, "tau2", expected.get("tau2"), fit.heterogeneity().tau2(), 1e-6);
    to.check(name, "I2", expected.get("I2"), fit.i2(), 1e-6);
    if (expected.has("Q")) {
      to.check(name, "Q", expected.get("Q"), fit.residual().statistic(), 1e-8);
      var pi = fit.predictionInterval().orElseThrow();
      to.check(name, "pi.lb", expected.get("pi").get(0), back.applyAsDouble(pi.lower()), 1e-6);
      to.check(name, "pi.ub", expected.get("pi").get(1), back.applyAsDouble(pi.upper()), 1e-6);
    }
  }

  private static List<Proportion> rates(String column) {
    return SharedReview.numbers("immunotherapy/MetaNMIBC_tidy.csv", "n", column).stream()
        .map(r -> new Proportion(Math.rint(r[0] * r[1]), r[0]))
        .toList();
  }

  private static List<Proportion> counts(String column) {
    List<Proportion> studies = new ArrayList<>();
    for (Map<String, String> row : SharedReview.rows("immunotherapy/sBMI_FinalAEs.csv")) {
      double events = SharedReview.number(row.getOrDefault(column, "").strip());
      double patients =
          SharedReview.number(row.getOrDefault("No. of treated patients", "").strip());
      if (!Double.isNaN(events) && !Double.isNaN(patients)) {
        studies.add(new Proportion(events, patients));
      }
    }
    return studies;
  }
}
