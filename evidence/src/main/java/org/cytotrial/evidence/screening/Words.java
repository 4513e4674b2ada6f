package org.cytotrial.evidence.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a text: runs of two or more letters and digits in any script, small, without
/// accents, plurals made singular.
///
/// The plural rules are those of the S stemmer (Harman 1991,
/// doi:10.1002/(SICI)1097-4571(199101)42:1<7::AID-ASI2>3.0.CO;2-P).
final class Words {
  private static final int SHORTEST = 2;
  private static final int SHORTEST_PLURAL = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Words() {}

  static List<String> of(String text) {
    String folded = fold(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        if (i - start >= SHORTEST) {
          words.add(singular(folded.substring(start, i)));
        }
        start = -1;
      }
    }
    return words;
  }

  private static String fold(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  static String singular(String word) {
    int n = word.length();
    if (n < SHORTEST_PLURAL || word.charAt(n - 1) != 's') {
      return word;
    }
    if (word.endsWith("ies") && n > SHORTEST_PLURAL) {
      return word.substring(0, n - 3) + "y";
    }
    if (word.endsWith("sses")) {
      return word.substring(0, n - 2);
    }
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    return word.substring(0, n - 1);
  }
}
