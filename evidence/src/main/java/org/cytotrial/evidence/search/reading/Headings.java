package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.reading.Token.Kind;

/// Reads headings: `exp *Foo, Bar/dt,ae`, `"Foo/drug therapy"[mh:noexp]`, `'foo'/exp`.
final class Headings {
  private Headings() {}

  /// Makes one word of a heading with an `and` in it, such as `exp Wounds and Injuries/`: Ovid
  /// wants quotes there, printed strategies leave them out.
  static List<Token> join(List<Token> tokens, String text, Syntax syntax) {
    if (syntax == Syntax.PUBMED) {
      return tokens;
    }
    List<Token> joined = new ArrayList<>();
    for (Token token : tokens) {
      if (token.is(Kind.SLASH)) {
        joinLast(joined, text);
      }
      joined.add(token);
    }
    return joined;
  }

  private static void joinLast(List<Token> tokens, String text) {
    int from = tokens.size();
    while (from > 0 && isPart(tokens.get(from - 1)) && !isExp(tokens, from)) {
      from--;
    }
    while (from < tokens.size() && tokens.get(from).is(Kind.AND)) {
      from++;
    }
    List<Token> part = tokens.subList(from, tokens.size());
    boolean and = part.stream().anyMatch(t -> t.is(Kind.AND));
    if (and && part.stream().noneMatch(t -> t.text().matches("#?\\d+|\".*"))) {
      Token first = part.getFirst();
      int end = part.getLast().end();
      var word = new Token(Kind.WORD, text.substring(first.start(), end), first.start(), end);
      part.clear();
      tokens.add(word);
    }
  }

  private static boolean isPart(Token token) {
    return token.is(Kind.WORD) || token.is(Kind.AND);
  }

  private static boolean isExp(List<Token> tokens, int from) {
    return from < tokens.size() && tokens.get(from).text().matches("(?i)exp|explode");
  }

  /// The heading of Ovid's `raw/suffix`.
  static Query.Heading ofOvid(String raw, String suffix, Place place) {
    String name = raw.strip();
    boolean explode = suffix.startsWith("!exp");
    if (name.matches("(?i)exp(lode)?\\b.*")) {
      explode = true;
      name = name.replaceFirst("(?i)^exp(lode)?\\s*", "");
    }
    boolean focus = name.startsWith("*") || suffix.endsWith("/mj") || suffix.equals("!mj");
    name = name.replaceFirst("^\\*\\s*", "").replace("\"", "").strip();
    List<String> subheadings =
        suffix.isEmpty() || suffix.startsWith("!") ? List.of() : subheadings(suffix);
    return new Query.Heading(name, explode, focus, subheadings, place);
  }

  private static List<String> subheadings(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(FieldTable::subheading)
        .flatMap(Optional::stream)
        .toList();
  }

  /// The heading of PubMed's `raw[tag]`, where `raw` may end in `/subheading`.
  static Query.Heading ofPubMed(String raw, String tag, Place place) {
    boolean explode = !tag.endsWith(":noexp");
    boolean focus = tag.toLowerCase(Locale.ROOT).matches("majr.*|mesh major topic.*");
    String name = raw.replace("\"", "").strip();
    int slash = name.lastIndexOf('/');
    List<String> subheadings = slash < 0 ? List.of() : subheadings(name.substring(slash + 1));
    if (!subheadings.isEmpty()) {
      name = name.substring(0, slash);
    }
    return new Query.Heading(name.strip(), explode, focus, subheadings, place);
  }
}
