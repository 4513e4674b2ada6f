package org.cytotrial.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.review.ImportedRecord;
import org.cytotrial.evidence.review.Paper;
import org.cytotrial.evidence.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review find REVIEW QUERY`
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description = {
      "Finds imported records by their words, the best first. All words must stand in a record;"
          + " also \"a phrase\", OR, NOT, word*, and the fields title:, abstract:, author:,"
          + " journal:, keyword:, year:, doi:, pmid:.",
      "",
      "Example:  cytotrial review find il2-melanoma author:rosenberg title:interleukin"
    })
final class ReviewFindCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "QUERY", description = "words")
  private List<String> query = List.of();

  @Option(names = "--most", paramLabel = "N", description = "how many to show", defaultValue = "20")
  private int most;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ReviewFindCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Review open = Review.open(review, Clock.systemUTC());
    List<ImportedRecord> found = open.find(String.join(" ", query), most);
    if (json) {
      Json.print(found.stream().map(ReviewFindCommand::tree).toList(), terminal.out());
      return 0;
    }
    for (ImportedRecord r : found) {
      Paper alone = new Paper(r.id(), List.of(r), r.record());
      terminal.out().printf("%s  %-16s %s%n", r.id(), r.source(), alone.label());
    }
    if (found.isEmpty()) {
      terminal.err().println("No record holds all of that. Maybe fewer words, or OR between them.");
    }
    return 0;
  }

  private static Object tree(ImportedRecord r) {
    return new Answer()
        .put("record", r.id())
        .put("source", r.source())
        .put("title", r.record().title())
        .put("file", r.record().source().toString())
        .values();
  }
}
