package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.synthesis.Analysis;
import org.cytotrial.evidence.synthesis.Estimate;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.Synthesis;
import org.cytotrial.report.review.ReviewFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review synthesise REVIEW`
@Command(
    name = "synthesise",
    mixinStandardHelpOptions = true,
    description = {
      "Pools the accepted outcomes of a review within class of endpoint, cytokine, cancer and"
          + " partner, from three studies on; lists the others.",
      "Writes every table as CSV, and the input of every pooled number with the 'cytotrial meta'"
          + " command that gives it again (analyses.csv).",
      "",
      "Example:  cytotrial review synthesise cytokine-immunotherapy"
    })
final class ReviewSynthesiseCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review with outcomes.csv")
  private String review = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "a new or empty folder (default: out/REVIEW-synthesis, or the first free of …-2, …-3)")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ReviewSynthesiseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ReviewOutcomes outcomes = ReviewOutcomes.open(review);
    String name = outcomes.review().protocol().name() + "-synthesis";
    OutputFolder folder = OutputFolder.of(out, Path.of("out"), name);
    Synthesis synthesis = outcomes.synthesis();
    Path written = folder.write(ReviewFiles.synthesis(synthesis));
    if (json) {
      Json.print(tree(synthesis, written), terminal.out());
    } else {
      print(synthesis);
      terminal.out().println(written);
    }
    return 0;
  }

  private void print(Synthesis synthesis) {
    var table = new TextTable("outcome", "arms", "studies", "pooled %", "95 %", "stratum");
    for (Pool pool : synthesis.pools()) {
      Optional<Estimate> estimate = pool.estimate();
      if (pool.isPooled()) {
        table.row(
            pool.kind().label(),
            Integer.toString(pool.rows().size()),
            Integer.toString(pool.studies()),
            estimate.map(e -> number(e.read())).orElse("–"),
            estimate
                .map(e ->
                    number(e.readInterval().lower()) + " to " + number(e.readInterval().upper()))
                .orElse(pool.analyses().getFirst().trouble()),
            pool.stratum().label());
      }
    }
    table.print(terminal.out());
    long few = synthesis.pools().stream().filter(p -> !p.isPooled()).count();
    terminal.out().println();
    terminal
        .out()
        .println(
            "Not pooled: %d outcomes with too little evidence or without a cytokine, listed in the tables."
                .formatted(few));
  }

  private static String number(double value) {
    return String.format(java.util.Locale.ROOT, "%.1f", value);
  }

  private static Map<String, Object> tree(Synthesis synthesis, Path written) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("folder", written.toString());
    tree.put("results", synthesis.pools().stream().map(ReviewSynthesiseCommand::tree).toList());
    tree.put("limitations", synthesis.limitations());
    return tree;
  }

  private static Map<String, Object> tree(Pool pool) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", pool.id());
    tree.put("outcome", pool.kind().id());
    tree.put("cytokine", pool.stratum().cytokine());
    tree.put("cancer", pool.stratum().cancer());
    tree.put("partner", pool.stratum().partner());
    tree.put("endpoint_class", pool.stratum().endpointClass());
    tree.put("arms", pool.rows().size());
    tree.put("studies", pool.studies());
    tree.put("not_pooled", pool.tooLittle());
    tree.put("analyses", pool.analyses().stream().map(ReviewSynthesiseCommand::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Analysis analysis) {
    var answer = new Answer();
    answer.put("what", analysis.what()).put("command", analysis.command().text());
    if (analysis.estimate().isEmpty()) {
      return new LinkedHashMap<>(answer.put("trouble", analysis.trouble()).values());
    }
    Estimate e = analysis.estimate().get();
    answer
        .put("unit", e.scale() == Estimate.Scale.PERCENT ? "% of patients" : "ratio")
        .put("value", e.read())
        .interval("ci", e.readInterval().lower(), e.readInterval().upper())
        .put("pi", e.readPrediction())
        .put("tau2", e.spread().tau2())
        .put("I2", e.spread().i2());
    return new LinkedHashMap<>(answer.values());
  }
}
