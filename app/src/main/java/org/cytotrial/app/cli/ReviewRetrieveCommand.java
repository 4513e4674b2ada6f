package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionWriter;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.review.Paper;
import org.cytotrial.evidence.review.Retrieval;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.review.ReviewState;
import org.cytotrial.evidence.review.ScreeningStage;
import org.cytotrial.evidence.review.Verdict.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review retrieve REVIEW`
@Command(
    name = "retrieve",
    mixinStandardHelpOptions = true,
    description = {
      "Which full texts are wanted, and which were found. Without options, lists them.",
      "",
      "Example:  cytotrial review retrieve il2-melanoma --as ada --record r12ab34cd56ef --file"
          + " atkins.pdf",
      "Example:  cytotrial review retrieve il2-melanoma --as ada --record r12ab34cd56ef --missing"
          + " \"not in any library\""
    })
final class ReviewRetrieveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Option(names = "--as", paramLabel = "NAME", description = "who looked for it")
  private Optional<String> person = Optional.empty();

  @Option(names = "--record", paramLabel = "RECORD", description = "the record")
  private Optional<String> record = Optional.empty();

  @Option(names = "--file", paramLabel = "FILE", description = "the full text that was found")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--missing", paramLabel = "WHY", description = "it could not be found, and why")
  private Optional<String> missing = Optional.empty();

  @Option(names = "--undo", paramLabel = "ID", description = "take back a decision of the log")
  private Optional<String> undo = Optional.empty();

  ReviewRetrieveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Review open = Review.open(review, Clock.systemUTC());
    ReviewState state = open.state();
    if (undo.isPresent()) {
      write(open, Decision.Draft.undo(Persons.decision(state, undo.get(), Stage.RETRIEVE)));
    } else if (record.isPresent()) {
      write(open, draft(state.papers().require(record.get())));
    } else {
      list(state);
    }
    return 0;
  }

  private Decision.Draft draft(Paper paper) {
    if (file.isPresent() == missing.isPresent()) {
      throw new WrongUse("Say either --file FILE or --missing WHY.");
    }
    if (missing.isPresent()) {
      return Decision.Draft.of(paper.id(), Stage.RETRIEVE, Choice.NOT_RETRIEVED, missing.get());
    }
    Path text = file.orElseThrow();
    if (!Files.isRegularFile(text)) {
      throw new WrongUse("There is no file '" + text + "'.");
    }
    return Decision.Draft.of(paper.id(), Stage.RETRIEVE, Choice.RETRIEVED, text.toString());
  }

  private void write(Review open, Decision.Draft draft) throws IOException {
    try (DecisionWriter writer = open.writer(Persons.required(person))) {
      terminal.err().println("decision " + writer.append(draft).id());
    }
  }

  private void list(ReviewState state) {
    ScreeningStage titles = Review.screening(state, Stage.TITLE);
    Retrieval retrieval = Review.retrieval(state);
    List<Paper> sought =
        state.papers().all().stream().filter(p -> titles.of(p).state() == State.INCLUDED).toList();
    var table = new TextTable("record", "full text", "paper");
    for (Paper paper : sought) {
      String found =
          retrieval.isNotRetrieved(paper)
              ? "not retrieved"
              : retrieval.file(paper).orElse("wanted");
      table.row(paper.id(), found, paper.label());
    }
    table.print(terminal.out());
  }
}
