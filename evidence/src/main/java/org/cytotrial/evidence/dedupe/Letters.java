package org.cytotrial.evidence.dedupe;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Text reduced to what two typists would agree on: small Latin letters without accents, digits.
final class Letters {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ENTITY = Pattern.compile("&(?:amp;)?(\\w{2,6}|#\\d+);");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)</?(?:i|b|u|em|strong|sub|sup|p|br|span|inf|title|sec|scp|mml:\\w+)(?:"
              + " [^<>]{0,80})?/?>");
  private static final Map<Character, String> SPELLED =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('ø', "o"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ı', "i"),
          Map.entry('þ', "th"),
          Map.entry('ð', "d"),
          Map.entry('α', "alpha"),
          Map.entry('β', "beta"),
          Map.entry('γ', "gamma"),
          Map.entry('δ', "delta"),
          Map.entry('ε', "epsilon"),
          Map.entry('κ', "kappa"),
          Map.entry('λ', "lambda"),
          Map.entry('μ', "mu"),
          Map.entry('ω', "omega"),
          Map.entry('σ', "sigma"),
          Map.entry('τ', "tau"));

  private Letters() {}

  /// Small letters without accents, Greek spelled out, entities and markup gone; other signs stay.
  static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String plain = text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(" ");
    plain = plain.indexOf('<') < 0 ? plain : MARKUP.matcher(plain).replaceAll("");
    String apart = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    String bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      String spelled = SPELLED.get(bare.charAt(i));
      if (spelled == null) {
        folded.append(bare.charAt(i));
      } else {
        folded.append(spelled);
      }
    }
    return folded.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 126 || c == '&' || c == '<') {
        return false;
      }
    }
    return true;
  }

  /// The words of a folded text: runs of letters and digits in any script.
  static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /// How many insertions, deletions and substitutions lead from one text to the other; stops
  /// counting beyond the limit.
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - limit);
      int to = Math.min(b.length(), i + limit);
      int diagonal = row[from - 1];
      row[from - 1] = from == 1 ? i : limit + 1;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        int above = j == i + limit && j > from ? limit + 1 : row[j];
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(cost, Math.min(above, row[j - 1]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
    }
    return Math.min(row[b.length()], limit + 1);
  }
}
