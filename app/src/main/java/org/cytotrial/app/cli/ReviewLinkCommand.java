package org.cytotrial.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cytotrial.evidence.linking.LinkSuggestions.Suggestion;
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

/// `review link REVIEW`
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Links reports of one trial into a study. Without options, lists the studies.",
      "--suggest shows reports that share a registration number, the name of a trial, or three"
          + " authors and the number of patients; with --as NAME it asks: y one study, n different,"
          + " u skip, q quit.",
      "",
      "Example:  cytotrial review link il2-melanoma --as ada --join r12ab34cd56ef r65fe43dc21ba"
    })
final class ReviewLinkCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Option(names = "--as", paramLabel = "NAME", description = "who decides")
  private Optional<String> person = Optional.empty();

  @Option(names = "--suggest", description = "show, or with --as ask, what may belong together")
  private boolean suggest;

  @Option(
      names = "--join",
      paramLabel = "RECORD",
      arity = "2..*",
      description = "these reports are of one study")
  private List<String> join = List.of();

  @Option(names = "--undo", paramLabel = "ID", description = "take back a decision of the log")
  private Optional<String> undo = Optional.empty();

  ReviewLinkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Review open = Review.open(review, Clock.systemUTC());
    ReviewState state = open.state();
    if (!join.isEmpty() || undo.isPresent()) {
      change(open, state);
    } else if (suggest && person.isPresent()) {
      ask(open, state);
    } else if (suggest) {
      for (Suggestion s : Review.suggestions(state)) {
        terminal.out().printf("%s %s  %s%n", s.first(), s.second(), s.why());
      }
    } else {
      list(state);
    }
    return 0;
  }

  private void change(Review open, ReviewState state) throws IOException {
    try (DecisionWriter writer = open.writer(Persons.required(person))) {
      if (!join.isEmpty()) {
        join.forEach(state.papers()::require);
        Decision.Draft draft =
            new Decision.Draft(
                join.getFirst(), join.subList(1, join.size()), Stage.LINK, Choice.SAME, "by hand");
        terminal.err().println("decision " + writer.append(draft).id());
      }
      if (undo.isPresent()) {
        Decision taken = Persons.decision(state, undo.get(), Stage.LINK);
        terminal.err().println("decision " + writer.append(Decision.Draft.undo(taken)).id());
      }
    }
  }

  private void ask(Review open, ReviewState state) throws IOException {
    Papers papers = state.papers();
    List<Suggestion> all = Review.suggestions(state);
    try (DecisionWriter writer = open.writer(Persons.required(person))) {
      for (int i = 0; i < all.size(); i++) {
        Suggestion s = all.get(i);
        terminal
            .err()
            .printf(
                "%nPair %d of %d: %s%n%s%n%s%nReports of one study? y/n/u/q: ",
                i + 1,
                all.size(),
                s.why(),
                Persons.describe(papers.require(s.first())),
                Persons.describe(papers.require(s.second())));
        Optional<Choice> answer = Persons.sameOrDifferent(terminal);
        if (answer.isEmpty()) {
          return;
        }
        if (answer.get() != Choice.UNSURE) {
          writer.append(
              new Decision.Draft(
                  s.first(), List.of(s.second()), Stage.LINK, answer.get(), s.why()));
        }
      }
    }
  }

  private void list(ReviewState state) {
    List<List<Paper>> studies = Review.studies(state).group(Review.included(state));
    for (List<Paper> study : studies) {
      terminal.out().println(study.getFirst().label());
      terminal.out().println("  " + study.stream().map(Paper::id).collect(Collectors.joining(" ")));
    }
    int reports = studies.stream().mapToInt(List::size).sum();
    terminal.out().printf("%d studies in %d reports%n", studies.size(), reports);
  }
}
