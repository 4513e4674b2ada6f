package org.cytotrial.evidence.search;

import java.util.List;
import java.util.Locale;

/// A tree as one line of text for people and tests: `(or (text "il-2" ti ab) (exp "Melanoma"))`.
public final class QueryText {
  private QueryText() {}

  public static String of(Query query) {
    return switch (query) {
      case Query.Text t ->
          "(%s \"%s\"%s)".formatted(t.quoted() ? "phrase" : "text", words(t), fields(t.fields()));
      case Query.Heading h ->
          "(%s%s \"%s\"%s)"
              .formatted(
                  h.explode() ? "exp" : "heading",
                  h.focus() ? " *" : "",
                  h.name(),
                  h.subheadings().isEmpty() ? "" : " /" + String.join(" /", h.subheadings()));
      case Query.Near n ->
          "(%s%d %s %s)"
              .formatted(n.ordered() ? "before" : "near", n.between(), of(n.left()), of(n.right()));
      case Query.LineReference r -> "#" + r.label();
      case Query.And a -> "(and " + all(a.parts()) + ")";
      case Query.Or o -> "(or " + all(o.parts()) + ")";
      case Query.Not n -> "(not " + of(n.kept()) + " " + of(n.removed()) + ")";
      case Query.DateRange d ->
          "(dates %s \"%s\" \"%s\")".formatted(name(d.field()), d.from(), d.to());
      case Query.Filter f -> "(filter \"" + f.name() + "\")";
      case Query.Frequency f -> "(times " + f.times() + " " + of(f.inner()) + ")";
    };
  }

  private static String all(List<Query> parts) {
    return String.join(" ", parts.stream().map(QueryText::of).toList());
  }

  private static String fields(List<SearchField> fields) {
    return String.join("", fields.stream().map(f -> " " + name(f)).toList());
  }

  private static String name(SearchField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Query.Text text) {
    return String.join(" ", text.words().stream().map(QueryText::word).toList());
  }

  private static String word(Word word) {
    var shown = new StringBuilder();
    for (Word.Part part : word.parts()) {
      shown.append(
          switch (part) {
            case Word.Letters(String letters) -> letters;
            case Word.Wildcard(int min, int max) when max == Word.MANY ->
                min == 0 ? "*" : "*" + min;
            case Word.Wildcard(int min, int max) -> "{" + min + "," + max + "}";
          });
    }
    return shown.toString();
  }
}
