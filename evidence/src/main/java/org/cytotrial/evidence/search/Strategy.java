package org.cytotrial.evidence.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A search strategy: its lines in order; the last one is the result.
public record Strategy(Syntax syntax, boolean numbered, List<Line> lines) {

  public Strategy {
    lines = List.copyOf(lines);
  }

  /// A line, the label that others refer to it by, and the text as written.
  public record Line(String label, String source, Query query) {}

  /// What the strategy finds; empty if it has no line.
  public Optional<Query> result() {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().query());
  }

  /// The line that a reference in line number `from` (from 0) means: the last one before it with
  /// that label.
  public Optional<Integer> resolve(String label, int from) {
    for (int i = from - 1; i >= 0; i--) {
      if (lines.get(i).label().equals(label)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /// The references to other lines in a line (from 0), in the order of the text.
  public List<Query.LineReference> references(int line) {
    return Queries.all(lines.get(line).query()).stream()
        .flatMap(q -> q instanceof Query.LineReference r ? Stream.of(r) : Stream.empty())
        .toList();
  }
}
