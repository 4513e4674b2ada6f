package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Strategy;
import org.cytotrial.evidence.search.Syntax;

/// Reads a search strategy in PubMed's or Ovid's syntax.
///
/// Nothing is dropped without a word: what does not fit is in the problems, all in one pass, and
/// the tree then holds what most likely was meant.
public final class StrategyReader {
  private static final Pattern LIMITS = Pattern.compile("\\bLimits:\\s*(.*)$");

  private StrategyReader() {}

  /// A strategy and what is wrong with it, in the order of the text.
  public record Reading(Strategy strategy, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
      return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }
  }

  /// Reads a strategy; the last line is its result.
  public static Reading read(String text, Syntax syntax) {
    List<Problem> problems = new ArrayList<>();
    LineSplitter.Split split = new LineSplitter(text, problems).split();
    List<Strategy.Line> lines = new ArrayList<>();
    for (RawLine raw : split.lines()) {
      Optional<Query> query = line(raw, syntax, split.numbered(), problems);
      if (query.isPresent()) {
        lines.add(new Strategy.Line(raw.label(), raw.text(), query.get()));
      } else {
        problems.add(new Problem(Severity.ERROR, raw.at(0), "this line asks for nothing"));
      }
    }
    if (split.lines().isEmpty()) {
      problems.add(new Problem(Severity.ERROR, new Place(1, 1), "there is no search text here"));
    }
    problems.sort(
        Comparator.comparingInt((Problem p) -> p.place().line())
            .thenComparingInt(p -> p.place().column()));
    return new Reading(new Strategy(syntax, split.numbered(), lines), problems);
  }

  private static Optional<Query> line(
      RawLine raw, Syntax syntax, boolean numbered, List<Problem> problems) {
    Optional<Query> limited = syntax == Syntax.OVID ? Limits.read(raw) : Optional.empty();
    if (limited.isPresent()) {
      return limited;
    }
    Matcher m = LIMITS.matcher(raw.text());
    if (syntax == Syntax.OVID || !m.find()) {
      return new LineParser(raw, syntax, numbered, problems).parse();
    }
    List<Query> parts = new ArrayList<>();
    new LineParser(raw.before(m.start()), syntax, numbered, problems)
        .parse()
        .ifPresent(q -> parts.addAll(q instanceof Query.And a ? a.parts() : List.of(q)));
    parts.addAll(Limits.ofPubMed(m.group(1), raw.at(m.start(1))));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Query.And(parts, raw.at(0)));
  }
}
