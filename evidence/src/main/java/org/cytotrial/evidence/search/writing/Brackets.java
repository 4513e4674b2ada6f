package org.cytotrial.evidence.search.writing;

/// Looks whether a text already stands in brackets as a whole.
final class Brackets {
  private Brackets() {}

  /// Whether the first bracket closes with the last character.
  static boolean surround(String text) {
    if (!text.startsWith("(")) {
      return false;
    }
    int open = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      open += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 0 && !quoted) {
        return i == text.length() - 1;
      }
    }
    return false;
  }
}
