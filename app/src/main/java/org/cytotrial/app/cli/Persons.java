package org.cytotrial.app.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.review.Paper;
import org.cytotrial.evidence.review.ReviewState;

/// What the steps of a review say to the people who take them, and ask of them.
final class Persons {
  private Persons() {}

  static String required(Optional<String> person) {
    return person.orElseThrow(() -> new WrongUse("Who decides? Say --as NAME."));
  }

  /// The decision of an id at a stage.
  static Decision decision(ReviewState state, String id, Stage stage) {
    return state.log().all().stream()
        .filter(d -> d.id().equals(id) && d.stage() == stage)
        .findFirst()
        .orElseThrow(() ->
            new WrongUse(
                "There is no decision '%s' at the stage '%s'. The ids stand in decisions/."
                    .formatted(id, stage.word())));
  }

  /// A paper in a few lines, with where its records come from.
  static String describe(Paper paper) {
    BibliographicRecord r = paper.merged();
    String authors =
        r.authors().stream().limit(6).map(Object::toString).collect(Collectors.joining("; "));
    String sources =
        paper.records().stream()
            .map(i -> i.source() + " " + i.id())
            .distinct()
            .collect(Collectors.joining(", "));
    return "  %s%n  %s%s%n  %s %s;%s(%s):%s  %s%n  [%s]"
        .formatted(
            r.title(),
            authors,
            r.authors().size() > 6 ? "; …" : "",
            r.container(),
            r.text(Field.YEAR),
            r.text(Field.VOLUME),
            r.text(Field.ISSUE),
            r.text(Field.PAGES),
            r.text(Field.DOI),
            sources);
  }

  /// Empty at the end of the input or on quitting.
  static Optional<Choice> sameOrDifferent(Terminal terminal) throws IOException {
    terminal.err().flush();
    for (String line = terminal.in().readLine(); line != null; line = terminal.in().readLine()) {
      switch (line.strip()) {
        case "y" -> {
          return Optional.of(Choice.SAME);
        }
        case "n" -> {
          return Optional.of(Choice.DIFFERENT);
        }
        case "u" -> {
          return Optional.of(Choice.UNSURE);
        }
        case "q" -> {
          return Optional.empty();
        }
        default -> terminal.err().println("y, n, u or q, please.");
      }
    }
    return Optional.empty();
  }
}
