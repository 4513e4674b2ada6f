package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.review.ReviewState;
import org.cytotrial.report.review.ReviewContent;
import org.cytotrial.report.review.ReviewFiles;
import org.cytotrial.report.review.ReviewReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review report REVIEW`
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the report of a review: report.html, which needs nothing else and prints well, and"
          + " beside it every table as CSV, the citations as BibTeX and RIS, and rows for metafor"
          + " and RevMan.",
      "",
      "Example:  cytotrial review report cytokine-immunotherapy"
    })
final class ReviewReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review with outcomes.csv")
  private String review = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "a new or empty folder (default: out/REVIEW-report, or the first free of …-2, …-3)")
  private Optional<Path> out = Optional.empty();

  ReviewReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ReviewOutcomes outcomes = ReviewOutcomes.open(review);
    String name = outcomes.review().protocol().name() + "-report";
    OutputFolder folder = OutputFolder.of(out, Path.of("out"), name);
    ReviewState state = outcomes.review().state();
    state.warnings().forEach(w -> terminal.err().println("warning: " + w));
    ReviewContent content =
        new ReviewContent(
            outcomes.synthesis(),
            flow(state),
            ReviewSearchText.of(outcomes.review()),
            outcomes.sources());
    SequencedMap<String, String> beside = ReviewFiles.report(content);
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("report.html", ReviewReport.html(content, Cytotrial.VERSION, beside));
    files.putAll(beside);
    files.putAll(ReviewFiles.figures(content));
    Path written = folder.write(files);
    terminal.out().println("Report: " + written.resolve("report.html"));
    terminal.out().println(written);
    return 0;
  }

  /// The flow, where anything was logged.
  private static Optional<FlowDiagram> flow(ReviewState state) {
    return state.records().records().isEmpty() ? Optional.empty() : Optional.of(Review.flow(state));
  }
}
