package org.cytotrial.evidence.dedupe;

import java.util.HashSet;
import java.util.Set;

/// How far two titles agree.
enum TitleMatch {
  IDENTICAL("the same title"),
  NEAR("nearly the same title"),
  EXTENDED("one title holds the other"),
  SIMILAR("similar titles"),
  DIFFERENT("different titles"),
  ABSENT("a title is missing");

  private static final double TYPING_ERRORS = 0.08;
  private static final double COMMON_WORDS = 0.6;
  private static final int SHORTEST_BEGINNING = 12;
  private static final int SHORTEST_WITHIN = 30;

  final String words;

  TitleMatch(String words) {
    this.words = words;
  }

  static TitleMatch of(TitleKey a, TitleKey b) {
    if (a.isEmpty() || b.isEmpty()) {
      return ABSENT;
    }
    if (a.letters().equals(b.letters())) {
      return IDENTICAL;
    }
    int limit = (int) (TYPING_ERRORS * Math.max(a.letters().length(), b.letters().length()));
    if (limit > 0 && Letters.distance(a.letters(), b.letters(), limit) <= limit) {
      return NEAR;
    }
    boolean shorter = a.letters().length() < b.letters().length();
    if (isBeginning(shorter ? a.letters() : b.letters(), shorter ? b.letters() : a.letters())) {
      return EXTENDED;
    }
    return commonWords(a, b) >= COMMON_WORDS ? SIMILAR : DIFFERENT;
  }

  private static boolean isBeginning(String begin, String all) {
    if (begin.length() < SHORTEST_BEGINNING) {
      return false;
    }
    if (begin.length() >= SHORTEST_WITHIN && all.contains(begin)) {
      return true;
    }
    int limit = (int) (TYPING_ERRORS * begin.length());
    return all.startsWith(begin)
        || Letters.distance(begin, all.substring(0, Math.min(begin.length(), all.length())), limit)
            <= limit;
  }

  private static double commonWords(TitleKey a, TitleKey b) {
    Set<String> first = new HashSet<>(a.words());
    Set<String> second = new HashSet<>(b.words());
    int smaller = Math.min(first.size(), second.size());
    first.retainAll(second);
    return first.size() / (double) Math.max(smaller, 3);
  }

  boolean isAtLeast(TitleMatch other) {
    return compareTo(other) <= 0;
  }

  /// Whether each title has a number that the other lacks: parts of a series, years of a report.
  static boolean numbersConflict(TitleKey a, TitleKey b) {
    Set<String> first = a.numbers();
    Set<String> second = b.numbers();
    return !first.containsAll(second) && !second.containsAll(first);
  }
}
