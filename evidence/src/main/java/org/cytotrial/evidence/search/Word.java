package org.cytotrial.evidence.search;

import java.util.List;

/// One word of a search text: letters, and wildcards between them.
public record Word(List<Part> parts) {

  public Word {
    parts = List.copyOf(parts);
  }

  /// A piece of a word.
  public sealed interface Part {}

  /// Characters that stand for themselves.
  public record Letters(String text) implements Part {}

  /// From `min` to `max` characters of any kind; [#MANY] means without limit.
  public record Wildcard(int min, int max) implements Part {}

  public static final int MANY = Integer.MAX_VALUE;

  public static Word of(String letters) {
    return new Word(List.of(new Letters(letters)));
  }

  public boolean hasWildcard() {
    return parts.stream().anyMatch(p -> p instanceof Wildcard);
  }

  /// The letters before the first wildcard.
  public String stem() {
    return parts.isEmpty() || !(parts.getFirst() instanceof Letters(String text)) ? "" : text;
  }

  /// The word with `*` for every wildcard.
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Letters(String letters) -> letters;
            case Wildcard _ -> "*";
          });
    }
    return text.toString();
  }
}
