package org.cytotrial.evidence.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytotrial.evidence.records.Author;

/// Author lists made comparable: of each name its words of two letters or more, since programs
/// disagree on what is the family name, and the initials.
record AuthorKeys(List<Set<String>> names, List<String> initials) {
  static final AuthorKeys NONE = new AuthorKeys(List.of(), List.of());

  private static final Set<String> NO_NAME =
      Set.of(
          "anonymous",
          "anon",
          "unknown",
          "no",
          "listed",
          "author",
          "authors",
          "jr",
          "sr",
          "3rd",
          "2nd",
          "iii",
          "et",
          "al",
          "dr",
          "prof",
          "phd",
          "md",
          "van",
          "von",
          "de",
          "den",
          "der",
          "del",
          "della",
          "la",
          "le",
          "di",
          "da",
          "dos",
          "el");
  private static final int MOST = 40;

  /// How far two lists agree.
  enum Match {
    SAME,
    PARTLY,
    DIFFERENT,
    ABSENT
  }

  static AuthorKeys of(List<Author> authors) {
    List<Set<String>> names = new ArrayList<>();
    List<String> initials = new ArrayList<>();
    for (Author author : authors.subList(0, Math.min(authors.size(), MOST))) {
      Set<String> words = new java.util.LinkedHashSet<>();
      for (String word : Letters.words(Letters.fold(author.family().replaceAll("['’`´]", "")))) {
        if (word.length() > 1 && !NO_NAME.contains(word)) {
          words.add(word);
        }
      }
      List<String> given = Letters.words(Letters.fold(author.given()));
      for (String word : given) {
        if (word.length() > 3 && !NO_NAME.contains(word)) {
          words.add(word);
        }
      }
      if (!words.isEmpty()) {
        names.add(words);
        initials.add(given.isEmpty() ? "" : given.getFirst().substring(0, 1));
      }
    }
    return new AuthorKeys(List.copyOf(names), List.copyOf(initials));
  }

  /// The word by which the first author is filed, or an empty text.
  String first() {
    return names.isEmpty() ? "" : names.getFirst().iterator().next();
  }

  Match match(AuthorKeys other) {
    if (names.isEmpty() || other.names.isEmpty()) {
      return Match.ABSENT;
    }
    boolean first = isSameName(names.getFirst(), other.names.getFirst());
    boolean less = names.size() <= other.names.size();
    List<Set<String>> fewer = less ? names : other.names;
    List<Set<String>> more = less ? other.names : names;
    int found = 0;
    for (Set<String> name : fewer) {
      found += more.stream().anyMatch(m -> isSameName(name, m)) ? 1 : 0;
    }
    boolean most = found * 2 > fewer.size();
    if (found == fewer.size() && found == more.size() && found > 1) {
      return Match.SAME;
    }
    if (first && most) {
      return fewer.size() == 1 && more.size() == 1 && initialsConflict(other)
          ? Match.PARTLY
          : Match.SAME;
    }
    return first || most ? Match.PARTLY : Match.DIFFERENT;
  }

  private boolean initialsConflict(AuthorKeys other) {
    String a = initials.getFirst();
    String b = other.initials.getFirst();
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }

  private static boolean isSameName(Set<String> a, Set<String> b) {
    for (String word : a) {
      if (b.contains(word)) {
        return true;
      }
      for (String w : b) {
        if (word.length() > 4 && w.length() > 4 && Letters.distance(word, w, 1) <= 1) {
          return true;
        }
      }
    }
    return false;
  }
}
