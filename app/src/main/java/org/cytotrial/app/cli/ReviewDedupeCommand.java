package org.cytotrial.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.dedupe.Deduplication;
import org.cytotrial.evidence.dedupe.Deduplication.UnsurePair;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionWriter;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.review.Paper;
import org.cytotrial.evidence.review.Papers;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.review.ReviewState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review dedupe REVIEW`
@Command(
    name = "dedupe",
    mixinStandardHelpOptions = true,
    description = {
      "Groups the records of a review by paper; 'groups.csv' has each record's group and reason.",
      "With --as NAME, pairs that the rules cannot tell are asked, one a line: y same paper, n"
          + " different papers, u unsure, q quit. Answers are decisions and can be undone.",
      "",
      "Example:  cytotrial review dedupe il2-melanoma --as ada"
    })
final class ReviewDedupeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Option(names = "--as", paramLabel = "NAME", description = "who answers")
  private Optional<String> person = Optional.empty();

  @Option(
      names = "--join",
      paramLabel = "RECORD",
      arity = "2..*",
      description = "these records are one paper")
  private List<String> join = List.of();

  @Option(
      names = "--split",
      paramLabel = "RECORD",
      description = "this record is a paper of its own")
  private Optional<String> split = Optional.empty();

  @Option(names = "--undo", paramLabel = "ID", description = "take back a decision of the log")
  private Optional<String> undo = Optional.empty();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  ReviewDedupeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Review open = Review.open(review, Clock.systemUTC());
    Deduplication found = open.deduplicate();
    ReviewState state = open.state();
    boolean changes = !join.isEmpty() || split.isPresent() || undo.isPresent();
    if (changes) {
      change(open, state);
    } else if (person.isPresent()) {
      ask(open, Review.open(found, state), state.papers());
    }
    print(found, open.state());
    return 0;
  }

  private void change(Review open, ReviewState state) throws IOException {
    try (DecisionWriter writer = open.writer(Persons.required(person))) {
      if (!join.isEmpty()) {
        join.forEach(state.papers()::require);
        List<String> others = join.subList(1, join.size());
        say(
            writer.append(
                new Decision.Draft(join.getFirst(), others, Stage.DEDUPE, Choice.SAME, "by hand")));
      }
      if (split.isPresent()) {
        state.papers().require(split.get());
        say(
            writer.append(
                Decision.Draft.of(split.get(), Stage.DEDUPE, Choice.DIFFERENT, "by hand")));
      }
      if (undo.isPresent()) {
        say(writer.append(Decision.Draft.undo(Persons.decision(state, undo.get(), Stage.DEDUPE))));
      }
    }
  }

  private void say(Decision decision) {
    terminal.err().println("decision " + decision.id());
  }

  private void ask(Review open, List<UnsurePair> pairs, Papers papers) throws IOException {
    try (DecisionWriter writer = open.writer(Persons.required(person))) {
      for (int i = 0; i < pairs.size(); i++) {
        UnsurePair pair = pairs.get(i);
        Paper a = papers.require(pair.first());
        Paper b = papers.require(pair.second());
        terminal
            .err()
            .printf(
                "%nPair %d of %d: %s%n%s%n%s%nSame paper? y/n/u/q: ",
                i + 1, pairs.size(), pair.why(), Persons.describe(a), Persons.describe(b));
        Optional<Choice> answer = Persons.sameOrDifferent(terminal);
        if (answer.isEmpty()) {
          return;
        }
        writer.append(
            new Decision.Draft(
                pair.first(), List.of(pair.second()), Stage.DEDUPE, answer.get(), pair.why()));
      }
    }
  }

  private void print(Deduplication found, ReviewState state) {
    int records = state.records().records().size();
    int papers = state.papers().all().size();
    int left = Review.open(found, state).size();
    state.warnings().forEach(w -> terminal.err().println("warning: " + w));
    if (json) {
      Json.print(
          new Answer()
              .put("records", records)
              .put("papers", papers)
              .put("duplicates", records - papers)
              .put("unsure", left)
              .values(),
          terminal.out());
      return;
    }
    terminal
        .out()
        .printf("%d records, %d papers, %d duplicates%n", records, papers, records - papers);
    if (left > 0) {
      terminal
          .out()
          .printf(
              "%d pairs are for a person: cytotrial review dedupe %s --as NAME%n", left, review);
    }
  }
}
