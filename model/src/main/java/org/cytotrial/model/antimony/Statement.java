package org.cytotrial.model.antimony;

import java.util.ArrayList;
import java.util.List;

/// One sentence of Antimony: what stands up to a semicolon or the end of the line; for a reaction
/// also the rate behind its first semicolon.
///
/// @param rate empty but for a reaction
record Statement(Passage passage, Passage rate) {
  /// All statements of a file. A line that ends in a comma or a colon goes on in the next one.
  static List<Statement> all(SourceText source) {
    var statements = new ArrayList<Statement>();
    int at = 0;
    while (at < source.text().length()) {
      int end = endOf(source.text(), at);
      Passage passage = source.whole().part(at, end);
      Passage rate = new Passage(source, end, end);
      boolean semicolon = end < source.text().length() && source.text().charAt(end) == ';';
      if (isReaction(passage.text()) && semicolon) {
        int rateEnd = endOf(source.text(), end + 1);
        rate = source.whole().part(end + 1, rateEnd);
        end = rateEnd;
      }
      if (!passage.isEmpty()) {
        statements.add(new Statement(passage, rate));
      }
      at = end + 1;
    }
    return statements;
  }

  static boolean isReaction(String text) {
    return !text.contains("\"") && (text.contains("->") || text.contains("=>"));
  }

  private static int endOf(String text, int from) {
    char before = ' ';
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      boolean lineEnds = c == '\n' && before != ',' && before != ':';
      if (!quoted && (c == ';' || lineEnds)) {
        return i;
      }
      before = Character.isWhitespace(c) ? before : c;
    }
    return text.length();
  }
}
