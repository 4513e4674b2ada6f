package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.importing.ImportException;
import org.cytotrial.evidence.importing.ImportReport;
import org.cytotrial.evidence.review.ImportOutcome;
import org.cytotrial.evidence.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review import REVIEW FILES…`
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings files of records into a review. The originals are kept under 'imports/', and what was"
          + " lost in reading is written to 'imports.jsonl'. A file that is there already adds"
          + " nothing.",
      "The source is the one of the protocol whose name stands in the name of the file, or"
          + " --source.",
      "",
      "Example:  cytotrial review import il2-melanoma exports/pubmed.nbib exports/scopus-1.csv"
    })
final class ReviewImportCommand implements Callable<Integer> {
  private static final int NOTICES_SHOWN = 10;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILES", description = "records")
  private List<Path> files = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "where all the files come from; a source of the protocol")
  private Optional<String> source = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ReviewImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Review open = Review.open(review, Clock.systemUTC());
    List<ImportOutcome> outcomes = new ArrayList<>();
    int refused = 0;
    for (Path file : files) {
      try {
        ImportOutcome outcome = open.importFile(file, source);
        outcomes.add(outcome);
        tell(outcome);
      } catch (ImportException | IllegalArgumentException e) {
        terminal.err().println(e.getMessage());
        refused++;
      }
    }
    if (json) {
      Json.print(outcomes.stream().map(ReviewImportCommand::tree).toList(), terminal.out());
    } else {
      int total = open.records().records().size();
      terminal
          .out()
          .printf("%d records in %s; next: cytotrial review dedupe %s%n", total, review, review);
    }
    return refused == 0 ? 0 : 2;
  }

  private void tell(ImportOutcome outcome) {
    if (!json) {
      terminal.out().println(line(outcome));
    }
    if (outcome.report().isPresent()) {
      ImportReport report = outcome.report().get();
      report.notices().stream()
          .limit(NOTICES_SHOWN)
          .forEach(n -> terminal.err().println("warning: " + n));
      if (report.noticeCount() > NOTICES_SHOWN) {
        terminal
            .err()
            .printf(
                "warning: %s: %d more such lines; imports.jsonl has them%n",
                report.file(), report.noticeCount() - NOTICES_SHOWN);
      }
    }
  }

  private static String line(ImportOutcome outcome) {
    if (outcome.before().isPresent()) {
      return "%s: adds nothing, it is the same file as %s"
          .formatted(outcome.file(), outcome.before().get());
    }
    ImportReport report = outcome.report().orElseThrow();
    int lost = report.notUnderstood().values().stream().mapToInt(Integer::intValue).sum();
    return "%s: %d records from %s (%s, %s), %d new, %d already here; %d values without a place"
        .formatted(
            outcome.file(),
            report.records(),
            outcome.source(),
            report.format().label(),
            report.encoding(),
            outcome.added(),
            outcome.known(),
            lost);
  }

  private static Object tree(ImportOutcome outcome) {
    var tree =
        new Answer()
            .put("file", outcome.file())
            .put("source", outcome.source())
            .put("added", outcome.added())
            .put("known", outcome.known())
            .put("before", outcome.before().orElse(""));
    outcome
        .report()
        .ifPresent(r ->
            tree.put("format", r.format().label())
                .put("encoding", r.encoding())
                .put("records", r.records())
                .put("notice_count", r.noticeCount())
                .put("notices", r.notices().stream().map(Object::toString).toList()));
    return tree.values();
  }
}
