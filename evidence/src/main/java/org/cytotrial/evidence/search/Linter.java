package org.cytotrial.evidence.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.evidence.search.Problem.Severity;

/// Looks for what a reader accepts but a librarian would not, after the PRESS checklist (McGowan et
/// al. 2016, doi:10.1016/j.jclinepi.2016.01.021): lines that nothing uses, references to nothing,
/// truncation that a database refuses, no range of dates.
public final class Linter {
  private static final int LETTERS_BEFORE_WILDCARD = 4;
  private static final int FEWEST_LETTERS = 3;

  private final Strategy strategy;
  private final List<Problem> problems = new ArrayList<>();

  private Linter(Strategy strategy) {
    this.strategy = strategy;
  }

  /// What is wrong with a strategy that was read; unbalanced brackets and quotes are found in
  /// reading.
  ///
  /// @param needsDates whether a strategy without a range of dates is an error, as it is for a
  ///   review
  public static List<Problem> check(Strategy strategy, boolean needsDates) {
    var linter = new Linter(strategy);
    linter.references();
    linter.labels();
    for (Strategy.Line line : strategy.lines()) {
      Queries.all(line.query()).forEach(linter::node);
    }
    linter.dates(needsDates);
    return List.copyOf(linter.problems);
  }

  private void add(Severity severity, Place place, String message) {
    problems.add(new Problem(severity, place, message));
  }

  private void references() {
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < strategy.lines().size(); i++) {
      for (Query.LineReference reference : strategy.references(i)) {
        Optional<Integer> line = strategy.resolve(reference.label(), i);
        line.ifPresent(used::add);
        if (line.isEmpty()) {
          add(
              Severity.ERROR,
              reference.place(),
              "there is no line %s before this one: write the number of a line above"
                  .formatted(reference.label()));
        }
      }
    }
    for (int i = 0; i < strategy.lines().size() - 1; i++) {
      if (!used.contains(i)) {
        Strategy.Line line = strategy.lines().get(i);
        add(
            Severity.WARNING,
            line.query().place(),
            "no later line uses line %s: it does not count in the result".formatted(line.label()));
      }
    }
  }

  private void labels() {
    Set<String> seen = new HashSet<>();
    for (Strategy.Line line : strategy.lines()) {
      if (!seen.add(line.label())) {
        add(
            Severity.WARNING,
            line.query().place(),
            "a second line %s: references mean the one last before them; number the lines anew"
                .formatted(line.label()));
      }
    }
  }

  private void node(Query query) {
    if (query instanceof Query.Text text) {
      for (int i = 0; i < text.words().size(); i++) {
        truncation(text, text.words().get(i), i == text.words().size() - 1);
      }
    }
  }

  private void truncation(Query.Text text, Word word, boolean last) {
    if (!word.hasWildcard()) {
      return;
    }
    boolean pubmed = strategy.syntax() == Syntax.PUBMED;
    int letters = word.stem().length();
    if (letters == 0) {
      add(
          Severity.WARNING,
          text.place(),
          "'%s' begins with a wildcard, which the database does not allow".formatted(word));
    } else if (pubmed && letters < LETTERS_BEFORE_WILDCARD) {
      add(
          Severity.WARNING,
          text.place(),
          "'%s' has %d letters before the wildcard; PubMed wants %d: write the words out"
              .formatted(word, letters, LETTERS_BEFORE_WILDCARD));
    } else if (!pubmed && letters < FEWEST_LETTERS && isOpen(word)) {
      add(
          Severity.WARNING,
          text.place(),
          "'%s' finds every word with these %d letters at its beginning".formatted(word, letters));
    }
    if (pubmed && !last) {
      add(
          Severity.WARNING,
          text.place(),
          "'%s' has a wildcard before its last word, where PubMed does not allow it"
              .formatted(text.plain()));
    }
    if (pubmed && last && text.words().size() > 1 && !text.quoted() && text.fields().isEmpty()) {
      add(
          Severity.WARNING,
          text.place(),
          "'%s' ends in a wildcard without quotes or a field: PubMed then searches the words apart"
              .formatted(text.plain()));
    }
  }

  private static boolean isOpen(Word word) {
    return word.parts().getLast() instanceof Word.Wildcard(int _, int max) && max == Word.MANY;
  }

  private void dates(boolean needed) {
    boolean dated =
        strategy.lines().stream()
            .flatMap(l -> Queries.all(l.query()).stream())
            .anyMatch(q -> q instanceof Query.DateRange);
    if (!dated && !strategy.lines().isEmpty()) {
      add(
          needed ? Severity.ERROR : Severity.WARNING,
          strategy.lines().getLast().query().place(),
          "no range of dates: a search without one cannot be repeated; add it"
              + (strategy.syntax() == Syntax.PUBMED
                  ? ", such as AND 1990:2024[dp]"
                  : ", such as limit 3 to yr=\"1990 -2024\""));
    }
  }
}
