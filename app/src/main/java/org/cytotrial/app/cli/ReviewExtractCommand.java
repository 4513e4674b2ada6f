package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.review.ExtractedArms;
import org.cytotrial.evidence.review.ExtractionSession;
import org.cytotrial.evidence.review.ExtractionSession.Suggestion;
import org.cytotrial.evidence.review.Review;
import org.cytotrial.evidence.review.ValueDecision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review extract REVIEW`
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the values that rules read in the included papers, each with its sentence, and writes"
          + " what you decide to your log at once.",
      "Lines, from the keyboard or a pipe: a accept, c VALUE correct, x not a value of the study,"
          + " n later, z undo, q quit, ? help. '@ARM' at the end names the arm: 'a @high dose'.",
      "What was accepted becomes a row per arm in outcomes.csv of the review, in the columns of the"
          + " library's trials.csv; rows written by hand are never touched.",
      "",
      "Example:  cytotrial review extract il2-melanoma --as ada"
    })
final class ReviewExtractCommand implements Callable<Integer> {
  private static final String TABLE = "outcomes.csv";
  private static final String BESIDE = "outcomes-extracted.csv";

  private final Terminal terminal;

  @Parameters(paramLabel = "REVIEW", description = "a review")
  private String review = "";

  @Option(names = "--as", paramLabel = "NAME", description = "who decides")
  private Optional<String> person = Optional.empty();

  @Option(names = "--json", description = "print what was accepted as JSON, and ask nothing")
  private boolean json;

  ReviewExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Review open = Review.open(review, Clock.systemUTC());
    if (json) {
      List<ValueDecision> kept = ExtractedArms.kept(open.state());
      Json.print(kept.stream().map(ReviewExtractCommand::tree).toList(), terminal.out());
      return 0;
    }
    try (ExtractionSession session = ExtractionSession.open(open, Persons.required(person))) {
      session.notes().forEach(n -> terminal.err().println("warning: " + n));
      ask(session);
      int[] progress = session.progress();
      terminal.out().printf("%d of %d suggested values decided%n", progress[0], progress[1]);
    }
    write(open);
    return 0;
  }

  private void ask(ExtractionSession session) throws IOException {
    Optional<Suggestion> next = session.next();
    while (next.isPresent()) {
      show(next.get());
      String line = terminal.in().readLine();
      if (line == null || line.strip().equals("q")) {
        return;
      }
      answer(session, next.get(), line.strip());
      next = session.next();
    }
    terminal.out().println("Nothing is left to decide.");
  }

  private void show(Suggestion s) {
    ExtractedValue v = s.value();
    terminal.err().printf("%n%s  [%s]%n", s.paper().label(), s.document());
    terminal.err().println("  " + v.sentence().replace('\n', ' '));
    String arm = v.arm().isEmpty() ? "" : "   (near: " + v.arm() + ")";
    terminal
        .err()
        .printf(
            "%s = %s%s%na/c VALUE/x/n/z/q [@ARM]: ",
            v.field().spelling(), (v.value() + " " + v.unit()).strip(), arm);
    terminal.err().flush();
  }

  private void answer(ExtractionSession session, Suggestion s, String line) throws IOException {
    int at = line.indexOf('@');
    String arm = at < 0 ? "" : line.substring(at + 1).strip();
    String words = at < 0 ? line : line.substring(0, at).strip();
    String value = words.length() > 1 ? words.substring(1).strip() : "";
    switch (words.isEmpty() ? '?' : words.charAt(0)) {
      case 'a' -> session.accept(s, arm);
      case 'c' -> {
        if (value.isEmpty()) {
          terminal.err().println("Say the right value: c 23");
        } else {
          session.correct(s, value, arm);
        }
      }
      case 'x' -> session.reject(s);
      case 'n' -> session.passOver(s);
      case 'z' -> undo(session);
      default ->
          terminal
              .err()
              .println(
                  "a accept, c VALUE correct, x no value of the study, n later, z undo, q quit");
    }
  }

  private void undo(ExtractionSession session) throws IOException {
    terminal
        .err()
        .println(
            session
                .undo()
                .map(d -> "Took back " + d.field().spelling() + " = " + d.value() + ".")
                .orElse("There is nothing to take back."));
  }

  /// Writes the table of accepted arms; a table that a hand has written stays as it is.
  private void write(Review open) throws IOException {
    String csv = ExtractedArms.csv(open.state());
    if (csv.indexOf('\n') == csv.length() - 1) {
      return;
    }
    Path table = open.folder().resolve(TABLE);
    boolean free = !Files.exists(table) || ExtractedArms.isOwn(Files.readString(table));
    Path target = free ? table : open.folder().resolve(BESIDE);
    Path draft =
        target.resolveSibling("." + target.getFileName() + "-" + ProcessHandle.current().pid());
    Files.writeString(draft, csv, StandardCharsets.UTF_8);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    terminal.out().println(target);
    if (!free) {
      terminal
          .err()
          .println(
              "warning: "
                  + table
                  + " was written by hand and stays as it is; the accepted arms stand beside it");
    }
  }

  private static Object tree(ValueDecision d) {
    return new Answer()
        .put("paper", d.paper())
        .put("document", d.document())
        .put("field", d.field().spelling())
        .put("value", d.value())
        .put("unit", d.unit())
        .put("arm", d.arm())
        .put("state", d.choice().word() + "ed")
        .put("by", d.person())
        .put("suggested", d.suggested())
        .put("sentence", d.sentence())
        .values();
  }
}
