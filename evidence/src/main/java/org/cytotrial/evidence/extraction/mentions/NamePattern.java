package org.cytotrial.evidence.extraction.mentions;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// From a name to a pattern that also finds its other spellings.
final class NamePattern {
  private static final Map<String, String> GREEK =
      Map.of(
          "alpha", "(?:alpha|alfa|α|a)",
          "alfa", "(?:alpha|alfa|α|a)",
          "beta", "(?:beta|β|b)",
          "gamma", "(?:gamma|γ|g)");

  private NamePattern() {}

  /// A regular expression: hyphens and spaces are alike, and may be missing beside a number; only
  /// names without small letters, and short ones, are matched with regard to case.
  static String of(String name) {
    boolean exact = name.length() <= 4 || name.equals(name.toUpperCase(Locale.ROOT));
    var out = new StringBuilder(exact ? "(?-i:" : "(?:");
    for (String piece :
        name.split("(?<=[\\s-])|(?=[\\s-])|(?<=\\D)(?=\\d)|(?<=[a-z])(?=[^a-z])", 0)) {
      if (piece.isBlank() || piece.equals("-")) {
        out.append("[\\s\\u00a0‐‑–−-]{0,2}");
      } else {
        out.append(GREEK.getOrDefault(piece.toLowerCase(Locale.ROOT), Pattern.quote(piece)));
      }
    }
    return out.append(')').toString();
  }
}
