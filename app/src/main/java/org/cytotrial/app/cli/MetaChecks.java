package org.cytotrial.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cytotrial.statistics.meta.BeggTest;
import org.cytotrial.statistics.meta.EggerTest;
import org.cytotrial.statistics.meta.HeterogeneityMethod;
import org.cytotrial.statistics.meta.KendallTau;
import org.cytotrial.statistics.meta.RandomEffects;
import org.cytotrial.statistics.meta.Sensitivity;
import org.cytotrial.statistics.meta.StepSelectionModel;
import org.cytotrial.statistics.meta.StudyEffects;
import org.cytotrial.statistics.meta.TrimAndFill;

/// What a `meta` command shows beside the pooled effect. A check that has no answer says why and
/// leaves its key null.
final class MetaChecks {
  private final MetaRequest request;
  private final StudyEffects effects;
  private final List<String> names;
  private final PrintWriter err;

  MetaChecks(MetaRequest request, StudyEffects effects, List<String> names, PrintWriter err) {
    this.request = request;
    this.effects = effects;
    this.names = names;
    this.err = err;
  }

  /// Egger's tests, Begg's test, trim and fill.
  void bias(Answer answer, TrimAndFill.Estimator estimator) {
    tried(answer, "egger", () -> egger(EggerTest.ordinary(effects)).put("df", effects.k() - 2));
    HeterogeneityMethod random =
        request
            .heterogeneity()
            .filter(m -> m != HeterogeneityMethod.EE)
            .orElse(HeterogeneityMethod.REML);
    tried(
        answer,
        "egger_mixed",
        () ->
            egger(EggerTest.mixed(effects, random, request.search())).put("method", random.name()));
    tried(
        answer,
        "begg",
        () -> {
          KendallTau tau = BeggTest.of(effects);
          return new Answer().put("tau", tau.tau()).put("p", tau.p());
        });
    tried(
        answer,
        "trimfill",
        () -> {
          TrimAndFill trim = TrimAndFill.of(effects, method(), estimator, request.confidence());
          return new Answer()
              .put("estimator", estimator.name())
              .put("side", trim.right() ? "right" : "left")
              .put("k0", trim.missing())
              .put("estimate", trim.filled().pooled().estimate())
              .put("se", trim.filled().pooled().standardError())
              .interval("ci", trim.filled().pooled().low(), trim.filled().pooled().high())
              .put("tau2", trim.filled().heterogeneity().tau2());
        });
  }

  private static Answer egger(EggerTest test) {
    return new Answer()
        .put("statistic", test.statistic())
        .put("p", test.p())
        .put("limit", test.limit());
  }

  void leaveOneOut(Answer answer) {
    try {
      answer.put("leave_one_out", series(Sensitivity.leaveOneOut(effects, this::fit)));
    } catch (ArithmeticException e) {
      err.println("leave_one_out: " + e.getMessage());
    }
  }

  void cumulative(Answer answer) {
    try {
      answer.put("cumulative", series(Sensitivity.cumulative(effects, this::fit)));
    } catch (ArithmeticException e) {
      err.println("cumulative: " + e.getMessage());
    }
  }

  void selection(Answer answer, List<Double> steps) {
    tried(
        answer,
        "selection",
        () -> {
          StepSelectionModel model = StepSelectionModel.fit(effects, steps, request.confidence());
          return new Answer()
              .put("estimate", model.pooled().estimate())
              .put("se", model.pooled().standardError())
              .interval("ci", model.pooled().low(), model.pooled().high())
              .put("tau2", model.tau2())
              .put("delta", model.delta())
              .put("lrt", model.likelihoodRatio().statistic())
              .put("p", model.likelihoodRatio().p());
        });
  }

  private RandomEffects fit(StudyEffects some) {
    return RandomEffects.fit(
        some, method(), request.search(), request.test(), request.confidence());
  }

  /// The method asked for, or EE where that one pools tables.
  private HeterogeneityMethod method() {
    return request.heterogeneity().orElse(HeterogeneityMethod.EE);
  }

  private List<Answer> series(List<RandomEffects> fits) {
    List<Answer> list = new ArrayList<>();
    for (int i = 0; i < fits.size(); i++) {
      RandomEffects fit = fits.get(i);
      list.add(
          new Answer()
              .put("study", names.get(i))
              .put("estimate", fit.pooled().estimate())
              .put("se", fit.pooled().standardError())
              .interval("ci", fit.pooled().low(), fit.pooled().high())
              .put("tau2", fit.heterogeneity().tau2())
              .put("I2", fit.i2())
              .put("QE", fit.residual().statistic()));
    }
    return list;
  }

  private void tried(Answer answer, String key, Supplier<Answer> check) {
    try {
      answer.put(key, check.get());
    } catch (ArithmeticException e) {
      err.println(key + ": " + e.getMessage());
    }
  }
}
