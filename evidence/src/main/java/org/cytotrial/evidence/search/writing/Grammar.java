package org.cytotrial.evidence.search.writing;

import java.util.Optional;

/// How a database spells words, operators and line numbers.
///
/// @param wildcards for any characters, exactly one, one or none; an empty text where there is none
/// @param near adjacency in any order and in this order, with `%d` for the number
record Grammar(
    String quote,
    Wildcards wildcards,
    Operators operators,
    Adjacency near,
    Optional<Adjacency> before) {

  record Wildcards(String many, String one, String zeroOrOne, boolean leading, boolean inQuotes) {}

  record Operators(String and, String or, String not, String line) {}

  /// `offset` is what the number counts beyond the words between; `least` is the smallest number.
  record Adjacency(String format, int offset, int least) {
    String text(int between) {
      return format.formatted(Math.max(least, between + offset));
    }
  }

  static final Operators CAPITALS = new Operators("AND", "OR", "NOT", "#");
}
