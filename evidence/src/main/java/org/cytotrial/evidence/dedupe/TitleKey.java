package org.cytotrial.evidence.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A title made comparable: the words, what databases add in brackets removed.
///
/// `kind` says what the title itself calls the document, such as an erratum; empty for a paper.
record TitleKey(List<String> words, String letters, String kind) {
  /// `[Review] [33 refs]`, `[Chinese]`, `[Erratum appears in …]`, `<ORIGINAL> …`, `LA: Ara`
  private static final Pattern ADDED =
      Pattern.compile(
          "\\s*\\[(?:review|article|abstract|letter|editorial|miscellaneous|miscellaneous"
              + " article|comment|see comments?|\\d+ refs?|erratum appears[^\\]]*|published"
              + " erratum[^\\]]*|corrected|corrected]|in [a-z]+|[a-z]+|[a-z]+ (?:and|,)"
              + " [a-z]+)]?\\.?\\s*$|\\s*\\.?\\[(?:erratum|published erratum|see comment|comment"
              + " in|republished)[^\\]]*]?.*$|\\s*<original>.*$|\\s+la:"
              + " ?[a-z]{3}\\s*$|\\s*\\[corrected]");

  private static final Pattern KIND =
      Pattern.compile(
          "^\\W*(?:\\w+\\W+){0,2}?(erratum|errata|corrigendum|correction|corrections|retraction"
              + "|retracted|addendum|reply|response|comment|commentary|comments|author.? reply"
              + "|expression of concern)\\b\\W*(?:to|on|of|for|:|-|$)?");
  private static final Pattern PROTOCOL = Pattern.compile("\\(protocol\\)|\\bstudy protocol\\b");
  private static final Map<String, String> ROMAN =
      Map.of("ii", "2", "iii", "3", "iv", "4", "vi", "6", "vii", "7", "viii", "8", "ix", "9");

  static final TitleKey NONE = new TitleKey(List.of(), "", "");

  static TitleKey of(String title) {
    if (title.isBlank()) {
      return NONE;
    }
    String text = Letters.fold(title).strip();
    String before = "";
    while (!before.equals(text)) {
      before = text;
      text = ADDED.matcher(text).replaceFirst("");
    }
    if (text.isBlank()) {
      text = Letters.fold(title);
    }
    List<String> words = new ArrayList<>();
    for (String word : Letters.words(text)) {
      words.add(ROMAN.getOrDefault(word, word));
    }
    return new TitleKey(List.copyOf(words), String.join("", words), kind(text));
  }

  private static String kind(String text) {
    var m = KIND.matcher(text);
    if (m.find()) {
      String word = m.group(1);
      return word.startsWith("comment") || (word.startsWith("re") && !word.startsWith("retract"))
          ? "comment"
          : "correction";
    }
    return PROTOCOL.matcher(text).find() ? "protocol" : "";
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }

  /// Whether the title is long enough to be a paper's own: `Editorial` is not.
  boolean isSpecific() {
    return words.size() >= 4 && letters.length() >= 25;
  }

  /// Words that are numbers or single letters; a title and its sequel differ in them.
  List<String> numbers() {
    List<String> numbers = new ArrayList<>();
    for (String word : words) {
      boolean number = Character.isDigit(word.charAt(0)) && word.length() <= 4;
      if (number || (word.length() == 1 && word.charAt(0) != 'a')) {
        numbers.add(word);
      }
    }
    return numbers;
  }
}
