package org.cytotrial.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cytotrial.app.cli.MetaStudies.Study;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.meta.BackTransformation;
import org.cytotrial.statistics.meta.BinomialNormalModel;
import org.cytotrial.statistics.meta.Coefficient;
import org.cytotrial.statistics.meta.HeterogeneityMethod;
import org.cytotrial.statistics.meta.MantelHaenszel;
import org.cytotrial.statistics.meta.MantelHaenszelRates;
import org.cytotrial.statistics.meta.PetoMethod;
import org.cytotrial.statistics.meta.QProfile;
import org.cytotrial.statistics.meta.RandomEffects;
import org.cytotrial.statistics.meta.Search;
import org.cytotrial.statistics.meta.StratifiedResult;
import org.cytotrial.statistics.meta.StudyEffects;
import org.cytotrial.statistics.meta.TestMethod;
import org.cytotrial.statistics.meta.ThreeLevelModel;
import org.cytotrial.statistics.meta.ZeroCells;

/// Pools the studies of a `meta` command and fills in its answer.
final class MetaAnalysis {
  private final MetaRequest request;
  private final MetaStudies studies;
  private final List<Study> pooled;
  private final Answer answer = new Answer();
  private Optional<Interval> prediction = Optional.empty();

  MetaAnalysis(MetaRequest request, MetaStudies studies, List<Study> pooled) {
    this.request = request;
    this.studies = studies;
    this.pooled = pooled;
  }

  /// The answer but for what is asked for beside the pooled effect.
  ///
  /// @throws ArithmeticException if an estimate is not found
  Answer answer() {
    answer
        .put("measure", request.measure().name())
        .put("method", request.method())
        .put("test", request.test() == TestMethod.Z ? "z" : "knha")
        .put("level", request.level())
        .put("k", pooled.size());
    if (request.search() instanceof Search.Stopped stopped) {
      answer.put(
          "control",
          new Answer()
              .put("threshold", stopped.threshold())
              .put("stepadj", stopped.stepadj())
              .put("maxiter", stopped.maxiter())
              .put("tol", stopped.tol()));
    }
    answer
        .none(
            "estimate",
            "se",
            "statistic",
            "df",
            "p",
            "ci",
            "pi",
            "tau2",
            "tau2_se",
            "tau2_ci",
            "I2",
            "H2")
        .none("QE", "QE_df", "QE_p", "back", "studies");
    answer
        .put("skipped", studies.skipped())
        .none("CMH", "CMH_p", "egger", "egger_mixed", "begg", "trimfill");
    answer.none(
        "leave_one_out", "cumulative", "coefficients", "R2", "QM", "QM_p", "sigma2", "selection");
    if (request.cluster().isPresent()) {
      threeLevel();
    } else if (request.isStratified()) {
      stratified();
    } else if (request.method().equals("GLMM")) {
      binomial();
    } else {
      randomEffects();
    }
    back();
    return answer;
  }

  /// The effects with the moderators that were asked for.
  StudyEffects effects() {
    StudyEffects effects = StudyEffects.of(pooled.stream().map(Study::effect).toList());
    for (String moderator : request.moderators()) {
      List<String> texts = pooled.stream().map(s -> s.row().text(moderator)).toList();
      effects =
          request.isNumeric(moderator)
              ? effects.withModerator(
                  moderator, texts.stream().mapToDouble(Double::parseDouble).toArray())
              : effects.withCategories(moderator, texts);
    }
    return effects;
  }

  private void randomEffects() {
    StudyEffects effects = effects();
    HeterogeneityMethod method = request.heterogeneity().orElseThrow();
    RandomEffects fit =
        RandomEffects.fit(effects, method, request.search(), request.test(), request.confidence());
    answer
        .put("tau2", fit.heterogeneity().tau2())
        .put("tau2_se", fit.heterogeneity().standardError())
        .put("tau2_ci", QProfile.of(effects, request.confidence()))
        .put("I2", fit.i2())
        .put("H2", fit.h2())
        .put("QE", fit.residual().statistic())
        .put("QE_df", fit.residual().df())
        .put("QE_p", fit.residual().p());
    if (request.moderators().isEmpty()) {
      single(fit.pooled(), request.test() == TestMethod.KNHA ? fit.residual().df() : Double.NaN);
      prediction = fit.predictionInterval();
      answer.put("pi", prediction);
    } else {
      coefficients(fit.coefficients());
      answer.put("R2", fit.r2().orElse(Double.NaN));
      fit.moderators().ifPresent(m -> answer.put("QM", m.statistic()).put("QM_p", m.p()));
    }
    weights(fit.weights());
  }

  private void stratified() {
    StratifiedResult result = stratifiedResult();
    single(result.pooled(), Double.NaN);
    answer
        .put("I2", result.i2())
        .put("QE", result.residual().statistic())
        .put("QE_df", result.residual().df())
        .put("QE_p", result.residual().p());
    if (result.residual().df() > 0) {
      answer.put("H2", result.residual().statistic() / result.residual().df());
    }
    result.association().ifPresent(t -> answer.put("CMH", t.statistic()).put("CMH_p", t.p()));
    double[] weights = pooled.stream().mapToDouble(this::stratifiedWeight).toArray();
    double sum = Arrays.stream(weights).sum();
    weights(Arrays.stream(weights).mapToObj(w -> 100 * w / sum).toList());
  }

  private StratifiedResult stratifiedResult() {
    double confidence = request.confidence();
    ZeroCells mended = request.rules().zeroCells();
    if (request.method().equals("Peto")) {
      return PetoMethod.oddsRatio(studies.tables(), confidence);
    }
    return switch (request.measure()) {
      case OR -> MantelHaenszel.oddsRatio(studies.tables(), mended, confidence);
      case RR -> MantelHaenszel.riskRatio(studies.tables(), mended, confidence);
      case RD -> MantelHaenszel.riskDifference(studies.tables(), mended, confidence);
      case IRR -> MantelHaenszelRates.rateRatio(studies.rates(), mended, confidence);
      default -> MantelHaenszelRates.rateDifference(studies.rates(), mended, confidence);
    };
  }

  private double stratifiedWeight(Study study) {
    if (request.measure().kind() == MetaMeasure.Kind.RATE) {
      var t = studies.rate(study.numbers());
      return request.measure() == MetaMeasure.IRR
          ? t.x2() * t.t1() / t.time()
          : t.t1() * t.t2() / t.time();
    }
    var t = studies.table(study.numbers());
    if (request.method().equals("Peto")) {
      return t.hypergeometricVariance();
    }
    return switch (request.measure()) {
      case OR -> t.b() * t.c() / t.n();
      case RR -> t.c() * t.n1() / t.n();
      default -> t.n1() * t.n2() / t.n();
    };
  }

  private void binomial() {
    StudyEffects effects = effects();
    BinomialNormalModel fit =
        BinomialNormalModel.fit(
            pooled.stream().map(s -> studies.proportion(s.numbers())).toList(),
            effects,
            request.confidence());
    answer.put("tau2", fit.tau2());
    if (request.moderators().isEmpty()) {
      single(fit.pooled(), Double.NaN);
      double error = fit.pooled().standardError();
      double critical = (fit.pooled().high() - fit.pooled().estimate()) / error;
      double half = critical * Math.sqrt(error * error + fit.tau2());
      prediction =
          Optional.of(new Interval(fit.pooled().estimate() - half, fit.pooled().estimate() + half));
      answer.put("pi", prediction);
    } else {
      coefficients(fit.coefficients());
    }
    weights(List.of());
  }

  private void threeLevel() {
    String cluster = request.cluster().orElseThrow();
    ThreeLevelModel fit =
        ThreeLevelModel.fit(
            effects(),
            pooled.stream().map(s -> s.row().text(cluster)).toList(),
            request.confidence());
    if (request.moderators().isEmpty()) {
      single(fit.pooled(), Double.NaN);
    } else {
      coefficients(fit.coefficients());
    }
    answer
        .put("QE", fit.residual().statistic())
        .put("QE_df", fit.residual().df())
        .put("QE_p", fit.residual().p())
        .put("sigma2", List.of(fit.betweenStudies(), fit.withinStudies()))
        .put("logLik", fit.logLikelihood());
    weights(fit.weights());
  }

  private void single(Coefficient pooledEffect, double df) {
    answer
        .put("estimate", pooledEffect.estimate())
        .put("se", pooledEffect.standardError())
        .put("statistic", pooledEffect.statistic())
        .put("df", df)
        .put("p", pooledEffect.p())
        .interval("ci", pooledEffect.low(), pooledEffect.high());
  }

  private void coefficients(List<Coefficient> coefficients) {
    List<Answer> list = new ArrayList<>();
    for (Coefficient each : coefficients) {
      list.add(
          new Answer()
              .put("name", each.name())
              .put("estimate", each.estimate())
              .put("se", each.standardError())
              .put("statistic", each.statistic())
              .put("p", each.p())
              .interval("ci", each.low(), each.high()));
    }
    answer.put("coefficients", list);
  }

  private void weights(List<Double> weights) {
    List<Answer> list = new ArrayList<>();
    for (int i = 0; i < pooled.size(); i++) {
      list.add(
          new Answer()
              .put("study", pooled.get(i).name())
              .put("yi", pooled.get(i).effect().yi())
              .put("vi", pooled.get(i).effect().vi())
              .put("weight", i < weights.size() ? weights.get(i) : Double.NaN));
    }
    answer.put("studies", list);
  }

  private void back() {
    if (Double.isNaN(answer.number("estimate"))) {
      return;
    }
    BackTransformation scale = request.back();
    double n = scale == BackTransformation.FREEMAN_TUKEY ? patients() : Double.NaN;
    answer.put(
        "back",
        new Answer()
            .put("scale", MetaRequest.name(scale))
            .put("estimate", scale.apply(answer.number("estimate"), n))
            .interval(
                "ci", scale.apply(answer.end("ci", 0), n), scale.apply(answer.end("ci", 1), n))
            .put(
                "pi",
                prediction.map(
                    p -> new Interval(scale.apply(p.lower(), n), scale.apply(p.upper(), n)))));
  }

  private double patients() {
    return BackTransformation.harmonicMean(
        pooled.stream().mapToDouble(s -> studies.proportion(s.numbers()).n()).toArray());
  }
}
