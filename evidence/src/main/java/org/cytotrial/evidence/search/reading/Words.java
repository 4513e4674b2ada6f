package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.Word;

/// Reads the wildcards of a word. PubMed: `*` for any ending. Ovid: `*` and `$` for any, `$3` for
/// up to three characters, `#` for exactly one, `?` for one or none.
final class Words {
  private static final Pattern OVID = Pattern.compile("[*$](\\d?)|#|\\?");
  private static final Pattern PUBMED = Pattern.compile("[*$]()");

  private Words() {}

  static Word read(String printed, Syntax syntax) {
    List<Word.Part> parts = new ArrayList<>();
    Matcher m = (syntax == Syntax.OVID ? OVID : PUBMED).matcher(printed);
    int from = 0;
    while (m.find()) {
      if (m.start() > from) {
        parts.add(new Word.Letters(printed.substring(from, m.start())));
      }
      parts.add(wildcard(m));
      from = m.end();
    }
    if (from < printed.length()) {
      parts.add(new Word.Letters(printed.substring(from)));
    }
    return new Word(parts);
  }

  private static Word.Wildcard wildcard(Matcher m) {
    return switch (m.group().charAt(0)) {
      case '#' -> new Word.Wildcard(1, 1);
      case '?' -> new Word.Wildcard(0, 1);
      default ->
          new Word.Wildcard(0, m.group(1).isEmpty() ? Word.MANY : Integer.parseInt(m.group(1)));
    };
  }

  /// The words of a text, without the commas and semicolons between them.
  static List<Word> split(String text, Syntax syntax) {
    List<Word> words = new ArrayList<>();
    for (String piece : text.strip().split("\\s+", -1)) {
      String word = piece.replaceAll("^[,;.]+|[,;.]+$", "");
      if (!word.isEmpty()) {
        words.add(read(word, syntax));
      }
    }
    return words;
  }
}
