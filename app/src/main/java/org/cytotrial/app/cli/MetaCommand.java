package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cytotrial.statistics.meta.BackTransformation;
import org.cytotrial.statistics.meta.TrimAndFill;
import org.cytotrial.statistics.meta.ZeroCells;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meta EFFECTS.csv`
@Command(
    name = "meta",
    mixinStandardHelpOptions = true,
    description = {
      "Pools the results of studies. The columns say what the table is: ai,bi,ci,di or"
          + " ai,n1i,ci,n2i; xi,ni or xi,mi;",
      "x1i,t1i,x2i,t2i; m1i,sd1i,n1i,m2i,sd2i,n2i; ri,ni; yi with vi, sei or ci.lb,ci.ub; 'study'"
          + " or 'slab' names a row.",
      "",
      "Example:  cytotrial meta trials.csv --measure RR --method REML --test knha --bias"
    })
final class MetaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "EFFECTS.csv", description = "a row for each study")
  private Path file = Path.of("");

  @Option(
      names = "--measure",
      required = true,
      paramLabel = "M",
      description = "OR RR RD; PR PLN PLO PAS PFT; IRR IRD IRSD; MD SMD SMDH ROM; COR ZCOR; GEN")
  private String measure = "";

  @Option(
      names = "--method",
      paramLabel = "T",
      defaultValue = "REML",
      description = "EE DL HE HS SJ ML REML EB PM MH Peto GLMM (default: ${DEFAULT-VALUE})")
  private String method = "REML";

  @Option(
      names = "--test",
      paramLabel = "z|knha",
      defaultValue = "z",
      description = "standard normal, or Knapp and Hartung (default: ${DEFAULT-VALUE})")
  private String test = "z";

  @Option(
      names = "--level",
      paramLabel = "L",
      defaultValue = "95",
      description = "of the intervals, %% (default: ${DEFAULT-VALUE})")
  private double level;

  @Option(
      names = "--mods",
      paramLabel = "A,B",
      split = ",",
      description = "columns that may explain the effects; words become categories")
  private List<String> moderators = new ArrayList<>();

  @Option(names = "--bias", description = "tests of Egger and Begg, trim and fill")
  private boolean bias;

  @Option(
      names = "--trimfill",
      paramLabel = "L0|R0",
      defaultValue = "L0",
      description = "with --bias: the estimator of the missing studies (default: ${DEFAULT-VALUE})")
  private TrimAndFill.Estimator estimator = TrimAndFill.Estimator.L0;

  @Option(names = "--leave-one-out", description = "the pooled effect without each study")
  private boolean leaveOneOut;

  @Option(
      names = "--cumulative",
      description = "the pooled effect as studies come in, in the table's order")
  private boolean cumulative;

  @Option(
      names = "--cluster",
      paramLabel = "STUDY",
      description = "column whose rows with equal values are one study: a three-level model")
  private Optional<String> cluster = Optional.empty();

  @Option(
      names = "--arm",
      paramLabel = "ROW",
      description = "with --cluster: column that tells the rows of a study apart")
  private Optional<String> arm = Optional.empty();

  @Option(
      names = "--selection",
      paramLabel = "P",
      split = ",",
      description = "steps of one-sided p at which publication may change, such as 0.025")
  private List<Double> selection = new ArrayList<>();

  @Option(
      names = "--columns",
      paramLabel = "ai=NAME",
      split = ",",
      description = "the table's own names of columns")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = "only rows with this value; may be repeated")
  private List<String> where = new ArrayList<>();

  @Option(
      names = "--add",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "what is added to zero cells (default: ${DEFAULT-VALUE})")
  private double add;

  @Option(
      names = "--to",
      paramLabel = "only0",
      defaultValue = "only0",
      description = "only0, all, if0all or none (default: ${DEFAULT-VALUE})")
  private String to = "only0";

  @Option(
      names = "--keep-double-zero",
      description = "keep studies without events in either arm, with --add in their cells")
  private boolean keepDoubleZero;

  @Option(
      names = "--scale",
      paramLabel = "log",
      description = "with GEN: log where exp() of the result is to be shown")
  private Optional<String> scale = Optional.empty();

  @Option(
      names = "--control",
      paramLabel = "NAME=X",
      split = ",",
      description =
          "search tau2 as metafor's control= has it and stop where it does: threshold, stepadj,"
              + " maxiter (ML REML EB), tol (PM); without this option roots are exact")
  private List<String> control = new ArrayList<>();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  MetaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    MetaMeasure what = MetaMeasure.parse(measure);
    DataTable table =
        DataTable.read(
            file, DataTable.pairs("--columns", columns), DataTable.pairs("--where", where));
    List<String> needed = new ArrayList<>(moderators);
    cluster.ifPresent(needed::add);
    arm.ifPresent(needed::add);
    table.requireHeaders(needed);
    var request =
        new MetaRequest(
            what,
            MetaRequest.method(method),
            MetaRequest.test(test),
            MetaRequest.search(DataTable.pairs("--control", control)),
            level,
            moderators,
            moderators.stream().filter(table::isNumeric).toList(),
            cluster,
            new MetaStudies.Rules(zeroCells(), keepDoubleZero),
            back(what));
    request.requireSense();
    requireSteps();
    MetaStudies studies = MetaStudies.read(table, what, needed);
    List<MetaStudies.Study> pooled = studies.effects(request.rules());
    requireDifferentRows(pooled);
    moderators.forEach(each -> warnOfWords(table, each));
    warn(request, studies);
    if (pooled.isEmpty()) {
      throw new WrongUse(
          file + ": no study can be pooled; " + studies.skipped().size() + " were left out.");
    }
    Answer answer = answer(request, studies, pooled);
    if (json) {
      Json.print(answer.values(), terminal.out());
    } else {
      MetaText.print(answer, request, terminal.out());
    }
    return 0;
  }

  /// A column of numbers with a few words in it is taken for words, and that may be a slip.
  private void warnOfWords(DataTable table, String moderator) {
    List<String> words = table.strayWords(moderator);
    if (!words.isEmpty()) {
      terminal
          .err()
          .println(
              "warning: '"
                  + moderator
                  + "' is taken as categories, because not all of it are numbers: "
                  + String.join("; ", words)
                  + ".");
    }
  }

  /// What was added, and who was left out.
  private void warn(MetaRequest request, MetaStudies studies) {
    studies.warnings().forEach(w -> terminal.err().println("warning: " + w));
    if (request.heterogeneity().isEmpty() && !studies.warnings().isEmpty()) {
      terminal
          .err()
          .println(
              "note: "
                  + request.method()
                  + " pools the counts as they are; what was added is in the studies' own effects"
                  + " only.");
    }
    for (Map<String, Object> each : studies.skipped()) {
      terminal
          .err()
          .println(
              "left out: "
                  + each.get("place")
                  + ": "
                  + each.get("study")
                  + ": "
                  + each.get("reason")
                  + ".");
    }
  }

  private Answer answer(MetaRequest request, MetaStudies studies, List<MetaStudies.Study> pooled) {
    try {
      var analysis = new MetaAnalysis(request, studies, pooled);
      Answer answer = analysis.answer();
      var checks =
          new MetaChecks(
              request,
              analysis.effects().withoutModerators(),
              pooled.stream().map(MetaStudies.Study::name).toList(),
              terminal.err());
      if (bias) {
        checks.bias(answer, estimator);
      }
      if (leaveOneOut) {
        checks.leaveOneOut(answer);
      }
      if (cumulative) {
        checks.cumulative(answer);
      }
      if (!selection.isEmpty()) {
        checks.selection(answer, selection);
      }
      return answer;
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new IllegalStateException(
          file + ": " + request.method() + " gave no result: " + e.getMessage(), e);
    }
  }

  private ZeroCells zeroCells() {
    return switch (to.toLowerCase(Locale.ROOT)) {
      case "only0" -> new ZeroCells(add, ZeroCells.To.ONLY_ZERO);
      case "all" -> new ZeroCells(add, ZeroCells.To.ALL);
      case "if0all" -> new ZeroCells(add, ZeroCells.To.IF_ANY_ZERO);
      case "none" -> new ZeroCells(add, ZeroCells.To.NONE);
      default ->
          throw new WrongUse("--to '" + to + "' is not known. Known: only0, all, if0all, none.");
    };
  }

  private BackTransformation back(MetaMeasure what) {
    if (scale.isEmpty()) {
      return what.back();
    }
    if (what != MetaMeasure.GEN || !scale.get().equals("log")) {
      throw new WrongUse(
          "--scale " + scale.get() + ": only '--scale log' with --measure GEN means something.");
    }
    return BackTransformation.EXPONENTIAL;
  }

  private void requireSteps() {
    double last = 0;
    for (double step : selection) {
      if (!(step > last && step < 1)) {
        throw new WrongUse(
            "--selection "
                + selection
                + ": steps must rise and lie between 0 and 1, such as 0.025.");
      }
      last = step;
    }
    if (arm.isPresent() && cluster.isEmpty()) {
      throw new WrongUse(
          "--arm tells the rows of a study apart; say with --cluster which rows are one study.");
    }
  }

  private void requireDifferentRows(List<MetaStudies.Study> pooled) {
    Set<List<String>> seen = new HashSet<>();
    for (MetaStudies.Study each : pooled) {
      if (arm.isPresent()
          && !seen.add(List.of(each.row().text(cluster.orElse("")), each.row().text(arm.get())))) {
        throw new WrongUse(
            each.row().place()
                + ": '"
                + arm.get()
                + "' is '"
                + each.row().text(arm.get())
                + "' twice in one study.");
      }
    }
  }
}
