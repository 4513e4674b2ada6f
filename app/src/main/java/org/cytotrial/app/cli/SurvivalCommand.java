package org.cytotrial.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.statistics.survival.CoxModel;
import org.cytotrial.statistics.survival.KaplanMeier;
import org.cytotrial.statistics.survival.LogRankTest;
import org.cytotrial.statistics.survival.RestrictedMean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `survival DATA.csv`
@Command(
    name = "survival",
    mixinStandardHelpOptions = true,
    description = {
      "Survival curves, medians and restricted means of groups of patients, the log-rank test, and"
          + " Cox's hazard ratios.",
      "",
      "Example:  cytotrial survival patients.csv --time months --event died --group arm"
    })
final class SurvivalCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DATA.csv", description = "a row for each patient")
  private Path file = Path.of("");

  @Option(
      names = "--time",
      required = true,
      paramLabel = "C",
      description = "column with the time of the event, or until which there was none")
  private String time = "";

  @Option(
      names = "--event",
      required = true,
      paramLabel = "C",
      description = "column that is 1 for an event and 0 for none")
  private String event = "";

  @Option(
      names = "--group",
      paramLabel = "C",
      description = "column whose values are the groups; the first in order is the reference")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--covariates",
      paramLabel = "A,B",
      split = ",",
      description = "columns for Cox's model; words become categories")
  private List<String> covariates = new ArrayList<>();

  @Option(
      names = "--ties",
      paramLabel = "efron|breslow",
      defaultValue = "efron",
      description = "events at the same time in Cox's model (default: ${DEFAULT-VALUE})")
  private String ties = "efron";

  @Option(
      names = "--tau",
      paramLabel = "T",
      description =
          "end of the restricted means (default: the smallest of the groups' largest times)")
  private Optional<Double> tau = Optional.empty();

  @Option(
      names = "--level",
      paramLabel = "L",
      defaultValue = "95",
      description = "of the intervals, %% (default: ${DEFAULT-VALUE})")
  private double level;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = "only rows with this value; may be repeated")
  private List<String> where = new ArrayList<>();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  SurvivalCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!(level > 0 && level < 100)) {
      throw new WrongUse("--level must lie between 0 and 100, not " + level + ".");
    }
    if (tau.isPresent() && !(tau.get() > 0)) {
      throw new WrongUse("--tau must be positive, not " + tau.get() + ".");
    }
    CoxModel.Ties tied = ties();
    var columns = new SurvivalTable.Columns(time, event, group, covariates);
    SurvivalTable table =
        SurvivalTable.read(
            DataTable.read(file, Map.of(), DataTable.pairs("--where", where)), columns);
    table.warnings().forEach(w -> terminal.err().println(w));
    Answer answer = new Answer().put("level", level);
    groups(table, answer);
    answer.none("logrank", "cox");
    if (table.groups().size() > 1) {
      logRank(table, answer);
    }
    if (!table.names().isEmpty()) {
      cox(table, tied, answer);
    }
    if (json) {
      Json.print(answer.values(), terminal.out());
    } else {
      SurvivalText.print(answer, terminal.out());
    }
    return 0;
  }

  private CoxModel.Ties ties() {
    return switch (ties.toLowerCase(Locale.ROOT)) {
      case "efron" -> CoxModel.Ties.EFRON;
      case "breslow" -> CoxModel.Ties.BRESLOW;
      default -> throw new WrongUse("--ties '" + ties + "' is not known. Known: efron, breslow.");
    };
  }

  private void groups(SurvivalTable table, Answer answer) {
    List<KaplanMeier> curves = new ArrayList<>();
    double end = Double.POSITIVE_INFINITY;
    for (int g = 0; g < table.groups().size(); g++) {
      curves.add(KaplanMeier.of(table.times(g), table.events(g), level / 100));
      end = Math.min(end, curves.get(g).lastTime());
    }
    double until = tau.orElse(end);
    List<Answer> groups = new ArrayList<>();
    for (int g = 0; g < curves.size(); g++) {
      KaplanMeier curve = curves.get(g);
      if (until > curve.lastTime()) {
        terminal
            .err()
            .println(
                "warning: --tau "
                    + until
                    + " is after the last time of group '"
                    + table.groups().get(g)
                    + "', "
                    + curve.lastTime()
                    + "; its curve is held at its last value.");
      }
      KaplanMeier.Quantile median = curve.median();
      Answer each =
          new Answer()
              .put("group", table.groups().get(g))
              .put("n", curve.patients())
              .put(
                  "events",
                  (int) curve.steps().stream().mapToDouble(KaplanMeier.Step::events).sum())
              .put("median", median.time());
      Answer ends = new Answer().put("low", median.lower()).put("high", median.upper());
      each.put("median_ci", new ArrayList<>(ends.values().values()));
      each.put("rmst", restrictedMean(curve, until));
      each.put("curve", curve.steps().stream().map(SurvivalCommand::point).toList());
      groups.add(each);
    }
    answer.put("groups", groups);
  }

  private static Answer restrictedMean(KaplanMeier curve, double until) {
    if (!(until > 0)) {
      return new Answer().put("tau", until).none("value", "se");
    }
    RestrictedMean mean = RestrictedMean.of(curve, until);
    return new Answer()
        .put("tau", until)
        .put("value", mean.value())
        .put("se", mean.standardError());
  }

  private static Answer point(KaplanMeier.Step step) {
    return new Answer()
        .put("time", step.time())
        .put("survival", step.survival())
        .put("se", step.survival() == 0 ? Double.NaN : step.standardError().orElse(Double.NaN))
        .put("low", step.interval().map(i -> i.lower()).orElse(Double.NaN))
        .put("high", step.interval().map(i -> i.upper()).orElse(Double.NaN))
        .put("at_risk", step.atRisk())
        .put("events", step.events());
  }

  private void logRank(SurvivalTable table, Answer answer) {
    try {
      LogRankTest test =
          LogRankTest.of(table.times(), table.events(), table.group(), table.groups().size());
      List<Answer> groups = new ArrayList<>();
      for (int g = 0; g < table.groups().size(); g++) {
        groups.add(
            new Answer()
                .put("group", table.groups().get(g))
                .put("O", test.observed().get(g))
                .put("E", test.expected().get(g)));
      }
      boolean any = test.df() > 0;
      Answer logRank =
          new Answer()
              .put("chi2", any ? test.chiSquared() : Double.NaN)
              .put("df", test.df())
              .put("p", test.p())
              .put("groups", groups);
      answer.put(
          "logrank",
          groups.size() == 2
              ? logRank.put("V", test.variance().get(0).get(0))
              : logRank.put("V", test.variance()));
    } catch (ArithmeticException e) {
      terminal.err().println("log-rank test: " + e.getMessage());
    }
  }

  private void cox(SurvivalTable table, CoxModel.Ties tied, Answer answer) {
    try {
      CoxModel model = CoxModel.fit(table.patients(), tied, level / 100);
      List<Answer> coefficients = new ArrayList<>();
      for (CoxModel.Coefficient each : model.coefficients()) {
        coefficients.add(fill(new Answer().put("name", each.name()), each));
      }
      Answer cox = new Answer().put("ties", tied.name().toLowerCase(Locale.ROOT));
      if (covariates.isEmpty() && table.groups().size() == 2) {
        fill(cox, model.coefficients().getFirst());
      } else {
        cox.put("coefficients", coefficients);
      }
      cox.put("score", model.score())
          .put("wald", model.wald())
          .put("likelihood_ratio", model.likelihoodRatio());
      answer.put("cox", cox.put("df", model.df()));
    } catch (ArithmeticException e) {
      PrintWriter err = terminal.err();
      err.println("Cox model: " + e.getMessage() + " No hazard ratio is shown.");
    }
  }

  private static Answer fill(Answer answer, CoxModel.Coefficient each) {
    return answer
        .put("coefficient", each.estimate())
        .put("se", each.standardError())
        .put("hr", each.hazardRatio())
        .interval("ci", Math.exp(each.low()), Math.exp(each.high()))
        .put("p", each.p());
  }
}
