package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.review.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review new NAME`
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Begins a review: a folder with a protocol to be filled in, commented line by line.",
      "",
      "Example:  cytotrial review new il2-melanoma --from 1985 --to 2026-06-30"
    })
final class ReviewNewCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a name under 'reviews/', or a path")
  private String review = "";

  @Option(names = "--from", paramLabel = "DATE", description = "earliest date of publication")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "latest date of publication")
  private Optional<String> to = Optional.empty();

  ReviewNewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Review.begin(review, from, to);
    terminal
        .out()
        .printf(
            "%s%nFill it in; then 'cytotrial review import %s FILES' brings in what was found.%n",
            folder.resolve("protocol.yaml"), review);
    return 0;
  }
}
