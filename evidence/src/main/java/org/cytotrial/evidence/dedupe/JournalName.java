package org.cytotrial.evidence.dedupe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The name of a journal or proceedings made comparable with its abbreviations and acronyms.
record JournalName(List<Name> names) {
  /// One of the names: its words that matter, and their letters run together.
  record Name(List<String> words, String letters) {}

  static final JournalName NONE = new JournalName(List.of());

  private static final Set<String> IDLE =
      Set.of(
          "the",
          "of",
          "and",
          "for",
          "in",
          "on",
          "de",
          "la",
          "le",
          "les",
          "des",
          "du",
          "der",
          "die",
          "das",
          "fur",
          "und",
          "et",
          "y",
          "e",
          "di",
          "del",
          "della",
          "do",
          "da",
          "a",
          "an",
          "to",
          "van",
          "voor",
          "en",
          "proceedings",
          "proc",
          "annual",
          "annu",
          "official",
          "online",
          "electronic",
          "resource",
          "print");

  /// `Gan to Kagaku Ryoho [Japanese Journal of Cancer & Chemotherapy]`, `Praxis = Revue suisse …`
  private static final Pattern OTHER_NAME = Pattern.compile("=|\\[|]| : |\\|");

  static JournalName of(String name) {
    List<Name> names = new ArrayList<>();
    for (String part : OTHER_NAME.splitAsStream(Letters.fold(name)).toList()) {
      int bracket = part.indexOf('(');
      List<String> words = new ArrayList<>();
      for (String word : Letters.words(bracket > 3 ? part.substring(0, bracket) : part)) {
        if (!IDLE.contains(word) && word.chars().noneMatch(Character::isDigit)) {
          words.add(word);
        }
      }
      if (!words.isEmpty()) {
        names.add(new Name(List.copyOf(words), String.join("", words)));
      }
    }
    return names.isEmpty() ? NONE : new JournalName(List.copyOf(names));
  }

  boolean isKnown() {
    return !names.isEmpty();
  }

  /// The letters of the first name, to file it under.
  String letters() {
    return names.isEmpty() ? "" : names.getFirst().letters();
  }

  /// Whether a name of one may be a name of the other.
  boolean agrees(JournalName other) {
    for (Name a : names) {
      for (Name b : other.names) {
        if (agree(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether both may be the same: equal, one within the other, or one its abbreviation, word by
  /// word (`Am J Clin Pathol`), run together or as an acronym.
  private static boolean agree(Name a, Name b) {
    if (a.letters.equals(b.letters)) {
      return true;
    }
    boolean longer = a.letters.length() >= b.letters.length();
    Name all = longer ? a : b;
    Name brief = longer ? b : a;
    return isWithin(all.words, brief.words)
        || shareMost(all.words, brief.words)
        || abbreviates(brief.words, all.words)
        || (brief.letters.length() >= 2 && spells(brief.letters, 0, all.words, 0));
  }

  private static boolean isWithin(List<String> all, List<String> some) {
    int at = Collections.indexOfSubList(all, some);
    return (some.size() >= 2 && at == 0) || (some.size() >= 3 && at > 0);
  }

  /// `Sixteenth Symposium on Usable Privacy and Security`, `Symposium on … Security, SOUPS`
  private static boolean shareMost(List<String> all, List<String> some) {
    int run = some.size() - 1;
    return run >= 4
        && (Collections.indexOfSubList(all, some.subList(0, run)) >= 0
            || Collections.indexOfSubList(all, some.subList(1, run + 1)) >= 0);
  }

  /// `natl` stands for `national`: it begins alike and its letters come in the same order.
  private static boolean abbreviates(List<String> brief, List<String> all) {
    if (brief.size() > all.size() || all.size() - brief.size() > 2 || brief.isEmpty()) {
      return false;
    }
    int at = 0;
    for (String word : brief) {
      while (at < all.size() && !shortens(word, all.get(at))) {
        at++;
      }
      if (at++ >= all.size()) {
        return false;
      }
    }
    return all.size() == brief.size() || brief.size() >= 2;
  }

  private static boolean shortens(String brief, String word) {
    if (word.startsWith(brief) || brief.startsWith(word)) {
      return true;
    }
    if (brief.charAt(0) != word.charAt(0) || brief.length() < 2) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < word.length() && at < brief.length(); i++) {
      at += word.charAt(i) == brief.charAt(at) ? 1 : 0;
    }
    return at == brief.length();
  }

  /// Whether the letters are beginnings of all the words, one after the other.
  private static boolean spells(String letters, int from, List<String> words, int word) {
    if (word == words.size()) {
      return from == letters.length();
    }
    String next = words.get(word);
    for (int n = 1; n <= next.length() && from + n <= letters.length(); n++) {
      if (letters.charAt(from + n - 1) != next.charAt(n - 1)) {
        return false;
      }
      if (spells(letters, from + n, words, word + 1)) {
        return true;
      }
    }
    return false;
  }
}
