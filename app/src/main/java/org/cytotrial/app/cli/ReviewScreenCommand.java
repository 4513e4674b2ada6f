package org.cytotrial.app.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.review.ConflictSession;
import org.cytotrial.evidence.review.Paper;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.review.ReviewState;
import org.cytotrial.evidence.review.ScreenerAgreement;
import org.cytotrial.evidence.review.ScreeningSession;
import org.cytotrial.evidence.screening.StoppingAdvice;
import org.cytotrial.statistics.agreement.Agreement;
import org.cytotrial.statistics.interval.Interval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review screen REVIEW`
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description = {
      "Shows papers one by one, the likeliest first, and writes each decision to your log at once.",
      "Keys, each followed by Enter: i include, e exclude, u unsure, 1-9 exclude with that reason,"
          + " z undo, q quit, ? help. Lines of keys may also come from a pipe.",
      "Two screeners do not see each other's choices; where they differ, a third decides with"
          + " --resolve.",
      "",
      "Example:  cytotrial review screen il2-melanoma --stage title --as ada"
    })
final class ReviewScreenCommand implements Callable<Integer> {
  private static final int WRAP = 100;

  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      required = true,
      description = "title or fulltext")
  private String stage = "";

  @Option(names = "--as", paramLabel = "NAME", description = "who screens")
  private Optional<String> person = Optional.empty();

  @Option(names = "--resolve", description = "settle what others disagree on")
  private boolean resolve;

  @Option(names = "--agreement", description = "print how far screeners agree, and nothing else")
  private boolean agreement;

  @Option(names = "--json", description = "print the agreement as JSON")
  private boolean json;

  ReviewScreenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Stage at =
        switch (stage) {
          case "title" -> Stage.TITLE;
          case "fulltext" -> Stage.FULLTEXT;
          default -> throw new WrongUse("'" + stage + "' is not a stage. Maybe title or fulltext.");
        };
    Review open = Review.open(review, Clock.systemUTC());
    ReviewState state = open.state();
    state.warnings().forEach(w -> terminal.err().println("warning: " + w));
    if (agreement) {
      printAgreement(state, at);
    } else if (resolve) {
      settle(open, at);
    } else {
      screen(open, at);
    }
    return 0;
  }

  private ScreenKeys keys(Review open, Stage at) {
    return new ScreenKeys(terminal, open.protocol().reasons(), at == Stage.FULLTEXT);
  }

  private void screen(Review open, Stage at) throws IOException {
    ScreenKeys keys = keys(open, at);
    var highlight = new Highlight(open.protocol(), Highlight.isTerminal());
    try (ScreeningSession session = ScreeningSession.open(open, at, Persons.required(person))) {
      Optional<Paper> paper = session.next();
      while (paper.isPresent()) {
        show(paper.get(), highlight);
        session.file(paper.get()).ifPresent(f -> terminal.err().println("Full text: " + f));
        terminal.err().print(line(session.progress()) + "\ni/e/u/1-9/z/q: ");
        terminal.err().flush();
        switch (keys.next()) {
          case ScreenKeys.Key.Decide d -> session.decide(d.choice(), d.reason());
          case ScreenKeys.Key.Undo _ -> say(session.undo());
          case ScreenKeys.Key.Quit _ -> {
            end(session);
            return;
          }
        }
        paper = session.next();
      }
      end(session);
    }
  }

  private void end(ScreeningSession session) {
    terminal.out().println(line(session.progress()));
    if (session.next().isEmpty()) {
      terminal.out().println("Nothing is left to decide at this stage.");
    }
  }

  private void settle(Review open, Stage at) throws IOException {
    ScreenKeys keys = keys(open, at);
    var highlight = new Highlight(open.protocol(), Highlight.isTerminal());
    try (ConflictSession session = ConflictSession.open(open, at, Persons.required(person))) {
      Optional<Paper> paper = session.next();
      while (paper.isPresent()) {
        show(paper.get(), highlight);
        session.choices(paper.get()).forEach(d -> terminal.err().println("  " + said(d)));
        terminal.err().print(session.left() + " to settle\ni/e/u/1-9/z/q: ");
        terminal.err().flush();
        switch (keys.next()) {
          case ScreenKeys.Key.Decide d -> session.decide(d.choice(), d.reason());
          case ScreenKeys.Key.Undo _ -> say(session.undo());
          case ScreenKeys.Key.Quit _ -> {
            terminal.out().println(session.left() + " left to settle");
            return;
          }
        }
        paper = session.next();
      }
      terminal.out().println("Nothing is left for you to settle.");
      if (session.own() > 0) {
        terminal
            .out()
            .printf("%d more, on which you decided yourself, are for a third.%n", session.own());
      }
    }
  }

  private static String said(Decision d) {
    String why = d.reason().isEmpty() ? "" : ": " + d.reason();
    return d.person() + " said " + d.choice().word() + why;
  }

  private void say(Optional<Decision> undone) {
    terminal
        .err()
        .println(
            undone
                .map(d -> "Took back '" + d.choice().word() + "'.")
                .orElse("There is nothing to take back."));
  }

  private void show(Paper paper, Highlight highlight) {
    BibliographicRecord r = paper.merged();
    String authors = r.authors().stream().map(Object::toString).collect(Collectors.joining("; "));
    terminal.err().println();
    terminal.err().println(highlight.mark(wrapped(r.title())));
    terminal.err().println(wrapped(authors));
    terminal.err().printf("%s %s  [%s]%n%n", r.container(), r.text(Field.YEAR), paper.id());
    String text = r.text(Field.ABSTRACT);
    terminal.err().println(text.isEmpty() ? "(no abstract)" : highlight.mark(wrapped(text)));
    terminal.err().println();
  }

  private static String wrapped(String text) {
    var out = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + word.length() >= WRAP) {
        out.append(System.lineSeparator());
        column = 0;
      } else if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    return out.toString();
  }

  private static String line(ScreeningSession.Progress progress) {
    StoppingAdvice advice = progress.advice();
    String what =
        switch (advice.verdict()) {
          case MAY_STOP -> "you may stop";
          case GO_ON -> "go on";
          case CANNOT_CERTIFY -> "too few are relevant to certify when to stop: read on to the end";
        };
    return String.format(
        Locale.ROOT,
        "%d of %d decided, %d relevant; with 95 %% confidence at least %.0f %% of the relevant are"
            + " found and at most %d are left: %s",
        progress.decided(),
        progress.papers(),
        advice.found(),
        100 * advice.recallAtLeast(),
        Math.max(0, advice.relevantAtMost() - advice.found()),
        what);
  }

  private void printAgreement(ReviewState state, Stage at) {
    List<ScreenerAgreement> pairs = Review.agreement(state, at);
    if (json) {
      Json.print(pairs.stream().map(ReviewScreenCommand::tree).toList(), terminal.out());
      return;
    }
    if (pairs.isEmpty()) {
      terminal.out().println("No two people have decided on the same paper.");
    }
    for (ScreenerAgreement pair : pairs) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%s and %s: %d papers, the same choice on %.1f %%; kappa %s; AC1 %s%n",
              pair.first(),
              pair.second(),
              pair.papers(),
              100 * pair.share(),
              text(pair.kappa()),
              text(pair.ac1()));
    }
  }

  private static String text(Agreement agreement) {
    if (!agreement.exists()) {
      return "not defined";
    }
    Interval interval = agreement.interval(0.95);
    return String.format(
        Locale.ROOT,
        "%.2f (95 %% interval %.2f to %.2f)",
        agreement.estimate(),
        interval.lower(),
        interval.upper());
  }

  private static Object tree(ScreenerAgreement pair) {
    return new Answer()
        .put("first", pair.first())
        .put("second", pair.second())
        .put("papers", pair.papers())
        .put("share", pair.share())
        .put("kappa", pair.kappa().estimate())
        .put("kappa_ci", interval(pair.kappa()))
        .put("ac1", pair.ac1().estimate())
        .put("ac1_ci", interval(pair.ac1()))
        .values();
  }

  private static Optional<Interval> interval(Agreement agreement) {
    return agreement.exists() ? Optional.of(agreement.interval(0.95)) : Optional.empty();
  }
}
