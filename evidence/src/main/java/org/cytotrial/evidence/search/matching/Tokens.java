package org.cytotrial.evidence.search.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.Word;

/// Text as words in small letters, and search words as patterns of them.
final class Tokens {
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Tokens() {}

  static List<String> of(String text) {
    return Arrays.stream(GAP.split(text.toLowerCase(Locale.ROOT), -1))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /// A search word as one pattern per token: `IL-2*` is `il` and `2` with any ending.
  static List<Piece> patterns(List<Word> words) {
    List<Piece> patterns = new ArrayList<>();
    for (Word word : words) {
      var now = new StringBuilder();
      for (Word.Part part : word.parts()) {
        switch (part) {
          case Word.Wildcard(int min, int max) ->
              now.append("[\\p{L}\\p{N}]{")
                  .append(min)
                  .append(',')
                  .append(max == Word.MANY ? "" : max)
                  .append('}');
          case Word.Letters(String letters) -> {
            String[] pieces = GAP.split(letters.toLowerCase(Locale.ROOT), -1);
            for (int i = 0; i < pieces.length; i++) {
              if (i > 0) {
                finish(now, patterns);
              }
              now.append(pieces[i]);
            }
          }
        }
      }
      finish(now, patterns);
    }
    return patterns;
  }

  private static void finish(StringBuilder now, List<Piece> pieces) {
    if (!now.isEmpty()) {
      pieces.add(Piece.of(now.toString()));
      now.setLength(0);
    }
  }

  /// A pattern of one token; `start` is what it begins with.
  record Piece(String start, Optional<Pattern> pattern) {
    static Piece of(String text) {
      int wild = text.indexOf('[');
      return wild < 0
          ? new Piece(text, Optional.empty())
          : new Piece(text.substring(0, wild), Optional.of(Pattern.compile(text)));
    }

    boolean matches(String token) {
      return pattern.isEmpty()
          ? token.equals(start)
          : token.startsWith(start) && pattern.get().matcher(token).matches();
    }

    boolean isIn(Set<String> words) {
      return pattern.isEmpty() ? words.contains(start) : words.stream().anyMatch(this::matches);
    }
  }
}
