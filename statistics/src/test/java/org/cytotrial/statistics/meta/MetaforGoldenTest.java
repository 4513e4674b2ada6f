package org.cytotrial.statistics.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytotrial.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every case and every field of golden/metafor.json (metafor 3.8-1), from the data frames of
/// metadat: with exact roots, and where corrections.csv says that metafor's search had stopped too
/// early for that, or it was left at its default, with the same search stopped at the same place.
class MetaforGoldenTest {
  /// What the searches of the single fits were told.
  private static final Search.Stopped TIGHT =
      new Search.Stopped(1e-12, 0.5, 10_000, Search.Stopped.usual().tol());

  /// What those of the mixed Egger test and of the first figure of the Q-profile were told.
  private static final Search.Stopped HALF_STEPS =
      new Search.Stopped(1e-5, 0.5, 1000, Search.Stopped.usual().tol());

  private final Agreement agreement = new Agreement();
  private final Agreement byDefault = new Agreement();
  private final Map<String, Double> exact = new HashMap<>();

  @BeforeEach
  void readCorrections() {
    SharedReview.rows("golden/corrections.csv")
        .forEach(r ->
            exact.put(
                r.get("case") + "|" + r.get("fit") + "|" + r.get("field"),
                SharedReview.number(r.getOrDefault("exact", ""))));
  }

  @Test
  void everyCase() {
    for (JsonNode each : SharedReview.json("golden/metafor.json").get("cases")) {
      String name = each.get("name").asString();
      try {
        if (each.has("fits")) {
          effectsAndFits(name, each);
        } else if (each.has("Peto")) {
          stratified(name, each);
        } else {
          proportions(name, each);
        }
      } catch (ArithmeticException e) {
        agreement.failed(name, e);
      }
    }
    System.out.println(
        "GOLDEN metafor.json cases: "
            + (agreement.compared() - agreement.disagreements().size())
            + " of "
            + agreement.compared()
            + " values agree");
    agreement.disagreements().forEach(d -> System.out.println("GOLDEN " + d));
    System.out.println(
        "GOLDEN of these, "
            + byDefault.disagreements().size()
            + " agree only with a search stopped as theirs was: "
            + byDefault.disagreements().stream()
                .collect(
                    Collectors.groupingBy(
                        MetaforGoldenTest::kind, TreeMap::new, Collectors.counting())));
    assertEquals(0, agreement.disagreements().size());
  }

  private void effectsAndFits(String name, JsonNode each) {
    List<EffectEstimate> effects =
        GoldenData.effects(each.get("dataset").asString(), each.get("measure").asString());
    agreement.equal(name + " k", each.get("k").asInt(), effects.size());
    for (int i = 0; i < effects.size(); i++) {
      agreement.check(
          name + " " + i, "yi", each.get("yi").get(i), effects.get(i).yi(), Agreement.CLOSED_FORM);
      agreement.check(
          name + " " + i, "vi", each.get("vi").get(i), effects.get(i).vi(), Agreement.CLOSED_FORM);
    }
    StudyEffects studies = StudyEffects.of(effects);
    for (JsonNode fit : each.get("fits")) {
      fit(name, studies, fit);
    }
    profile(name, studies, each.get("tau2.ci.QP"));
    bias(name, studies, each);
    series(
        name + " leave1out",
        each.get("leave1out.DL"),
        Sensitivity.leaveOneOut(studies, MetaforGoldenTest::dl));
    series(
        name + " cumul",
        each.get("cumul.DL"),
        Sensitivity.cumulative(studies, MetaforGoldenTest::dl));
  }

  private void fit(String name, StudyEffects studies, JsonNode expected) {
    HeterogeneityMethod method = HeterogeneityMethod.valueOf(expected.get("method").asString());
    TestMethod test = expected.get("test").asString().equals("z") ? TestMethod.Z : TestMethod.KNHA;
    RandomEffects fit = RandomEffects.fit(studies, method, test, 0.95);
    double tolerance = tolerance(method);
    String key = method + " " + expected.get("test").asString();
    agreement.equal(name + " " + key + " k", expected.get("k").asInt(), studies.k());
    // Where a value of a fit was corrected, the others still are those of the search that stopped.
    boolean stoppedEarly =
        exact.keySet().stream().anyMatch(each -> each.startsWith(name + "|" + key + "|"));
    Map<String, Double> stopped = values(RandomEffects.fit(studies, method, TIGHT, test, 0.95));
    values(fit)
        .forEach((field, value) -> {
          Double corrected = exact.get(name + "|" + key + "|" + field);
          String where = name + " " + key;
          if (corrected != null) {
            agreement.check(where, field, corrected, value, tolerance);
          } else if (stoppedEarly) {
            double early = stopped.getOrDefault(field, Double.NaN);
            agreement.check(where + " stopped", field, expected.get(field), early, tolerance);
            byDefault.check(where, field, expected.get(field), value, tolerance);
          } else {
            agreement.check(where, field, expected.get(field), value, tolerance);
          }
        });
  }

  private static String kind(String disagreement) {
    return Stream.of("egger.rma", "back-transformed", " PM ", " REML ", " ML ", " EB ")
        .filter(disagreement::contains)
        .findFirst()
        .orElse("other")
        .strip();
  }

  static Map<String, Double> values(RandomEffects fit) {
    Map<String, Double> values = new HashMap<>();
    Coefficient pooled = fit.pooled();
    values.put("estimate", pooled.estimate());
    values.put("se", pooled.standardError());
    values.put("stat", pooled.statistic());
    values.put("p", pooled.p());
    values.put("ci.lb", pooled.low());
    values.put("ci.ub", pooled.high());
    values.put("tau2", fit.heterogeneity().tau2());
    values.put("se.tau2", fit.heterogeneity().standardError());
    values.put("I2", fit.i2());
    values.put("H2", fit.h2());
    values.put("Q", fit.residual().statistic());
    values.put("Qp", fit.residual().p());
    values.put("pi.lb", fit.predictionInterval().map(Interval::lower).orElse(Double.NaN));
    values.put("pi.ub", fit.predictionInterval().map(Interval::upper).orElse(Double.NaN));
    return values;
  }

  private void profile(String name, StudyEffects studies, JsonNode expected) {
    Interval interval = QProfile.of(studies, 0.95).orElseThrow();
    // The first of the three is metafor's REML estimate with its default threshold; the fit beside
    // it had a tight one.
    double reml = HeterogeneityMethod.REML.estimate(studies, HALF_STEPS).tau2();
    agreement.check(
        name + " tau2.ci.QP estimate", "tau2", expected.get(0), reml, Agreement.ITERATIVE);
    for (int end = 0; end < 2; end++) {
      double actual = end == 0 ? interval.lower() : interval.upper();
      Double corrected = exact.get(name + "|Q-profile|tau2.ci[" + end + "]");
      if (corrected != null) {
        agreement.check(
            name + " tau2.ci.QP " + end, "ci.lb", corrected, actual, Agreement.ITERATIVE);
      } else {
        agreement.check(
            name + " tau2.ci.QP " + end,
            "ci.lb",
            expected.get(end + 1),
            actual,
            Agreement.ITERATIVE);
      }
    }
  }

  private void bias(String name, StudyEffects studies, JsonNode each) {
    if (each.has("egger.rma")) {
      EggerTest converged = EggerTest.mixed(studies, HeterogeneityMethod.REML, Search.exact());
      EggerTest mixed = EggerTest.mixed(studies, HeterogeneityMethod.REML, HALF_STEPS);
      JsonNode expected = each.get("egger.rma");
      agreement.check(
          name + " egger.rma", "z", expected.get("z"), mixed.statistic(), Agreement.ITERATIVE);
      agreement.check(name + " egger.rma", "p", expected.get("p"), mixed.p(), Agreement.ITERATIVE);
      agreement.check(
          name + " egger.rma", "est", expected.get("est"), mixed.limit(), Agreement.ITERATIVE);
      byDefault.check(
          name + " egger.rma", "z", expected.get("z"), converged.statistic(), Agreement.ITERATIVE);
      byDefault.check(
          name + " egger.rma", "p", expected.get("p"), converged.p(), Agreement.ITERATIVE);
      byDefault.check(
          name + " egger.rma", "est", expected.get("est"), converged.limit(), Agreement.ITERATIVE);
    }
    EggerTest ordinary = EggerTest.ordinary(studies);
    JsonNode lm = each.get("egger.lm");
    agreement.check(
        name + " egger.lm", "t", lm.get("t"), ordinary.statistic(), Agreement.CLOSED_FORM);
    agreement.check(name + " egger.lm", "df", lm.get("df"), ordinary.df(), Agreement.CLOSED_FORM);
    agreement.check(name + " egger.lm", "p", lm.get("p"), ordinary.p(), Agreement.CLOSED_FORM);
    agreement.check(
        name + " egger.lm", "est", lm.get("est"), ordinary.limit(), Agreement.CLOSED_FORM);
    KendallTau begg = BeggTest.of(studies);
    agreement.check(
        name + " begg", "tau", each.get("begg").get("tau"), begg.tau(), Agreement.CLOSED_FORM);
    agreement.check(
        name + " begg", "p", each.get("begg").get("p"), begg.p(), Agreement.CLOSED_FORM);
    for (HeterogeneityMethod method : List.of(HeterogeneityMethod.EE, HeterogeneityMethod.DL)) {
      JsonNode expected = each.get("trimfill." + method + ".L0");
      if (expected != null) {
        TrimAndFill trim = TrimAndFill.of(studies, method, TrimAndFill.Estimator.L0, 0.95);
        String where = name + " trimfill." + method;
        agreement.equal(where + " k0", expected.get("k0").asInt(), trim.missing());
        agreement.equal(
            where + " side", expected.get("side").asString(), trim.right() ? "right" : "left");
        Map<String, Double> values = values(trim.filled());
        for (String field : List.of("estimate", "se", "ci.lb", "ci.ub", "tau2")) {
          if (expected.has(field)) {
            agreement.check(
                where,
                field,
                expected.get(field),
                values.getOrDefault(field, Double.NaN),
                Agreement.CLOSED_FORM);
          }
        }
      }
    }
  }

  private void series(String where, JsonNode expected, List<RandomEffects> fits) {
    Map<String, ToDoubleFunction<RandomEffects>> fields =
        Map.of(
            "estimate", f -> f.pooled().estimate(),
            "se", f -> f.pooled().standardError(),
            "tau2", f -> f.heterogeneity().tau2(),
            "I2", RandomEffects::i2,
            "Q", f -> f.residual().statistic());
    for (String field : expected.propertyNames()) {
      ToDoubleFunction<RandomEffects> value = fields.get(field);
      agreement.equal(where + " " + field + " length", expected.get(field).size(), fits.size());
      for (int i = 0; i < fits.size() && value != null; i++) {
        agreement.check(
            where + " " + i,
            field,
            expected.get(field).get(i),
            value.applyAsDouble(fits.get(i)),
            Agreement.CLOSED_FORM);
      }
    }
  }

  private void stratified(String name, JsonNode each) {
    List<TwoByTwo> tables = GoldenData.tables(each.get("dataset").asString());
    ZeroCells half = ZeroCells.HALF_TO_ZERO;
    stratified(name + " MH.OR", each.get("MH.OR"), MantelHaenszel.oddsRatio(tables, half, 0.95));
    stratified(name + " MH.RR", each.get("MH.RR"), MantelHaenszel.riskRatio(tables, half, 0.95));
    stratified(
        name + " MH.RD", each.get("MH.RD"), MantelHaenszel.riskDifference(tables, half, 0.95));
    stratified(name + " Peto", each.get("Peto"), PetoMethod.oddsRatio(tables, 0.95));
  }

  private void stratified(String where, @Nullable JsonNode expected, StratifiedResult result) {
    if (expected == null) {
      agreement.failed(where, new IllegalStateException("no such case"));
      return;
    }
    Map<String, Double> actual = new HashMap<>();
    actual.put("estimate", result.pooled().estimate());
    actual.put("se", result.pooled().standardError());
    actual.put("ci.lb", result.pooled().low());
    actual.put("ci.ub", result.pooled().high());
    actual.put("Q", result.residual().statistic());
    actual.put("I2", result.i2());
    actual.put("CMH", result.association().map(t -> t.statistic()).orElse(Double.NaN));
    actual.put("CMHp", result.association().map(t -> t.p()).orElse(Double.NaN));
    for (String field : expected.propertyNames()) {
      agreement.check(
          where,
          field,
          expected.get(field),
          actual.getOrDefault(field, Double.NaN),
          Agreement.CLOSED_FORM);
    }
  }

  private void proportions(String name, JsonNode each) {
    List<Proportion> studies = GoldenData.proportions(each.get("dataset").asString());
    double n =
        BackTransformation.harmonicMean(studies.stream().mapToDouble(Proportion::n).toArray());
    for (String measure : List.of("PFT", "PLO")) {
      JsonNode expected = each.get(measure + ".REML");
      BackTransformation back =
          measure.equals("PFT") ? BackTransformation.FREEMAN_TUKEY : BackTransformation.LOGISTIC;
      StudyEffects effects =
          StudyEffects.of(GoldenData.effects(each.get("dataset").asString(), measure));
      Map<String, Double> values =
          values(
              RandomEffects.fit(
                  effects, HeterogeneityMethod.REML, Search.Stopped.usual(), TestMethod.Z, 0.95));
      values.put("pred", values.getOrDefault("estimate", Double.NaN));
      Map<String, Double> converged =
          values(RandomEffects.fit(effects, HeterogeneityMethod.REML, TestMethod.Z, 0.95));
      converged.put("pred", converged.getOrDefault("estimate", Double.NaN));
      for (String field : expected.propertyNames()) {
        double value = back.apply(values.getOrDefault(field, Double.NaN), n);
        agreement.check(
            name + " " + measure, field, expected.get(field), value, Agreement.ITERATIVE);
        double root = back.apply(converged.getOrDefault(field, Double.NaN), n);
        byDefault.check(
            name + " " + measure, field, expected.get(field), root, Agreement.ITERATIVE);
      }
    }
    List<EffectEstimate> logits = GoldenData.effects(each.get("dataset").asString(), "PLO");
    BinomialNormalModel model = BinomialNormalModel.fit(studies, StudyEffects.of(logits), 0.95);
    JsonNode expected = each.get("GLMM.ML");
    String where = name + " GLMM";
    agreement.check(
        where,
        "estimate",
        expected.get("estimate"),
        model.pooled().estimate(),
        Agreement.QUADRATURE);
    agreement.check(
        where, "se", expected.get("se"), model.pooled().standardError(), Agreement.QUADRATURE);
    agreement.check(where, "tau2", expected.get("tau2"), model.tau2(), Agreement.QUADRATURE);
    double risk = BackTransformation.LOGISTIC.apply(model.pooled().estimate(), n);
    agreement.check(where, "pred", expected.get("pred"), risk, Agreement.QUADRATURE);
  }

  private static RandomEffects dl(StudyEffects studies) {
    return RandomEffects.fit(studies, HeterogeneityMethod.DL, TestMethod.Z, 0.95);
  }

  static double tolerance(HeterogeneityMethod method) {
    return switch (method) {
      case EE, DL, HE, HS, SJ -> Agreement.CLOSED_FORM;
      case ML, REML, EB, PM -> Agreement.ITERATIVE;
    };
  }
}
