package org.cytotrial.evidence.search.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;
import org.cytotrial.evidence.search.Strategy;

/// Writes a strategy for a database, line by line and as one query, with a note for all that is not
/// said there as it was meant.
public final class StrategyWriter {
  private final Strategy strategy;
  private final Dialect dialect;
  private final boolean faithful;
  private final Notes notes = new Notes();
  private final List<Translation.Line> lines = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private StrategyWriter(Strategy strategy, Target target) {
    this.strategy = strategy;
    this.dialect = Dialect.of(target);
    this.faithful = strategy.syntax().name().equals(target.name());
  }

  /// The strategy for `target`. Written for the syntax it was read from, nothing is changed but
  /// spelling.
  public static Translation write(Strategy strategy, Target target) {
    return new StrategyWriter(strategy, target).write();
  }

  private Translation write() {
    for (int i = 0; i < strategy.lines().size(); i++) {
      line(i, strategy.lines().get(i).query());
    }
    int last = strategy.lines().size() - 1;
    boolean onlyLines = last < 0 || limitsNeedLines() || refersToNothing();
    String whole = onlyLines ? "" : inline(last).orElse("");
    return new Translation(dialect.target(), lines, whole, notes.list());
  }

  /// Ovid's limits work on lines, so that such a strategy has no form in one line.
  private boolean limitsNeedLines() {
    return dialect.target() == Target.OVID
        && strategy.lines().stream()
            .anyMatch(l ->
                l.query() instanceof Query.And and
                    && and.parts().stream().anyMatch(StrategyWriter::isOnlyALimit));
  }

  private static boolean isOnlyALimit(Query query) {
    return query instanceof Query.Filter
        || (query instanceof Query.DateRange d
            && (d.field() != SearchField.PUBLICATION_DATE || Dates.of(d).hasDays()));
  }

  private boolean refersToNothing() {
    return IntStream.range(0, strategy.lines().size())
        .anyMatch(i ->
            strategy.references(i).stream()
                .anyMatch(r -> strategy.resolve(r.label(), i).isEmpty()));
  }

  private void line(int i, Query query) {
    if (dialect.target() == Target.OVID && query instanceof Query.And and) {
      limited(i, and);
    } else {
      writer(i).write(query).ifPresent(text -> add(i, text));
    }
  }

  private QueryWriter writer(int i) {
    return new QueryWriter(dialect, faithful, notes, r -> reference(r, i));
  }

  private Optional<String> reference(Query.LineReference reference, int from) {
    String mark = dialect.grammar().operators().line();
    Optional<Integer> line = strategy.resolve(reference.label(), from);
    if (line.isEmpty()) {
      notes.add(
          Note.Loss.DIFFERENT,
          reference.place(),
          "there is no line %s before this one: the reference stays as it is"
              .formatted(reference.label()));
      return Optional.of(mark + reference.label());
    }
    return Optional.ofNullable(numbers.get(line.get())).map(number -> mark + number);
  }

  /// The number of the first line: a part of a longer history keeps its numbers.
  private int first() {
    String label = strategy.lines().getFirst().label();
    return strategy.numbered() && label.matches("[1-9]\\d{0,3}") ? Integer.parseInt(label) : 1;
  }

  private void add(int i, String text) {
    int number = first() + lines.size();
    lines.add(new Translation.Line(number, text));
    numbers.put(i, number);
  }

  /// Ovid sets limits on a line, not in it: the rest becomes a line of its own, unless it is one.
  private void limited(int i, Query.And and) {
    List<String> limits =
        and.parts().stream().flatMap(p -> OvidDialect.limit(p, notes).stream()).toList();
    List<Query> rest =
        and.parts().stream().filter(p -> OvidDialect.limit(p, new Notes()).isEmpty()).toList();
    if (limits.isEmpty() || rest.isEmpty()) {
      writer(i).write(and).ifPresent(text -> add(i, text));
      return;
    }
    Query base = rest.size() == 1 ? rest.getFirst() : new Query.And(rest, and.place());
    Optional<String> text = writer(i).write(base);
    if (text.isEmpty()) {
      return;
    }
    String on = text.get();
    if (!(base instanceof Query.LineReference)) {
      add(i, on);
      on = String.valueOf(lines.getLast().number());
    }
    String list = String.join(" and ", limits);
    add(i, "limit " + on + " to " + (limits.size() == 1 ? list : "(" + list + ")"));
  }

  private Optional<String> inline(int i) {
    var all = new QueryWriter(dialect, faithful, notes, r -> inlined(r, i));
    return all.write(strategy.lines().get(i).query());
  }

  private Optional<String> inlined(Query.LineReference reference, int from) {
    Optional<Integer> line = strategy.resolve(reference.label(), from);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    boolean simple =
        switch (strategy.lines().get(line.get()).query()) {
          case Query.Text _, Query.Heading _, Query.DateRange _, Query.LineReference _ -> true;
          default -> false;
        };
    return inline(line.get())
        .map(text -> simple || Brackets.surround(text) ? text : "(" + text + ")");
  }
}
