package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cytotrial.domain.clinical.PublishedArm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review publish REVIEW`
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes the accepted outcomes of a review: 'cytotrial evidence' lists them, and studies"
          + " can name them beside their arms.",
      "They stand in published.csv in the folder of the review, which must lie under 'reviews/'.",
      "",
      "Example:  cytotrial review publish cytokine-immunotherapy"
    })
final class ReviewPublishCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review with outcomes.csv")
  private String review = "";

  @Option(names = "--replace", description = "in place of what the review published before")
  private boolean replace;

  ReviewPublishCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ReviewOutcomes outcomes = ReviewOutcomes.open(review);
    List<PublishedArm> arms = outcomes.arms();
    outcomes.synthesis();
    Path file = outcomes.review().folder().resolve(PublishedRows.FILE);
    String text = PublishedRows.text(outcomes.review().protocol().name(), arms);
    boolean isThere = Files.exists(file);
    if (isThere && Files.readString(file).contentEquals(text)) {
      terminal.out().println(file + " has these " + arms.size() + " arms already.");
      return 0;
    }
    if (isThere && !replace) {
      throw new WrongUse(
          "'" + file + "' has other outcomes, published before. Give --replace to replace them.");
    }
    int known = requireAgreement(arms, outcomes);
    write(file, text);
    terminal
        .out()
        .println(
            "%s: %d arms published, of which %d stand in the library with the same outcomes."
                .formatted(file, arms.size(), known));
    return 0;
  }

  /// How many arms the library or another review has already.
  ///
  /// @throws WrongUse naming every arm that stands there with other outcomes
  private static int requireAgreement(List<PublishedArm> arms, ReviewOutcomes outcomes)
      throws IOException {
    Map<String, PublishedArm> there = new HashMap<>();
    String own = "review " + outcomes.review().protocol().name();
    PublishedRows.library().evidence().stream()
        .filter(a -> !PublishedRows.origin(a).equals(own))
        .forEach(a -> there.put(a.shortId(), a));
    List<String> problems = new ArrayList<>();
    int known = 0;
    for (PublishedArm arm : arms) {
      PublishedArm other = there.get(arm.shortId());
      if (other != null) {
        known++;
        List<String> different = PublishedRows.differences(arm, other);
        if (!different.isEmpty()) {
          problems.add(
              "%s: arm '%s' stands in %s with other values of %s. Give it another short_id, or the same values."
                  .formatted(
                      outcomes.file(), arm.shortId(), PublishedRows.origin(other), different));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new WrongUse(String.join(System.lineSeparator(), problems));
    }
    return known;
  }

  private static void write(Path file, String text) throws IOException {
    Path draft =
        file.resolveSibling("." + file.getFileName() + "-" + ProcessHandle.current().pid());
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
