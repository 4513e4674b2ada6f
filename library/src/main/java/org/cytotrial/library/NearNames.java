package org.cytotrial.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which names a misspelt one may mean, by the number of letters to change (Levenshtein 1966), or
/// because it is a part of them.
final class NearNames {
  private static final int MOST_NEAR = 5;
  private static final int MOST_SHOWN = 10;
  private static final int LEAST_PART = 3;

  private NearNames() {}

  /// The message for a name that is not there, with near names or else all names.
  static IllegalArgumentException unknown(String kind, String name, Collection<String> known) {
    List<String> near = near(name, known);
    String hint = near.isEmpty() ? all(known) : "Maybe: " + String.join(", ", near);
    return new IllegalArgumentException(
        "There is no %s '%s' in the library. %s.".formatted(kind, name, hint));
  }

  private static String all(Collection<String> known) {
    if (known.isEmpty()) {
      return "There is none";
    }
    List<String> some = known.stream().limit(MOST_SHOWN).toList();
    return known.size() > MOST_SHOWN
        ? "There are " + known.size() + ", such as " + String.join(", ", some)
        : "There are: " + String.join(", ", some);
  }

  static List<String> near(String name, Collection<String> known) {
    String low = name.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, name.length() / 3);
    return known.stream()
        .filter(other -> {
          String there = other.toLowerCase(Locale.ROOT);
          boolean isPart = low.length() >= LEAST_PART && there.contains(low);
          return isPart || distance(low, there) <= limit;
        })
        .sorted(Comparator.comparingInt(other -> distance(low, other.toLowerCase(Locale.ROOT))))
        .limit(MOST_NEAR)
        .toList();
  }

  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
