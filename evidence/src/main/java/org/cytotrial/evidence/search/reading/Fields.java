package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// Puts a field on what stands before it.
final class Fields {
  private Fields() {}

  /// Ovid's codes as fields; `.tw.` is the title and the abstract in MEDLINE.
  static List<SearchField> ofOvid(String codes) {
    Optional<SearchField> whole = FieldTable.ofOvid(codes);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<SearchField> fields = new ArrayList<>();
    for (String code : codes.split(",", -1)) {
      if (code.equals("tw")) {
        fields.add(SearchField.TITLE);
        fields.add(SearchField.ABSTRACT);
      } else {
        FieldTable.ofOvid(code).ifPresent(fields::add);
      }
    }
    return fields;
  }

  /// The codes of headings; they make a [Query.Heading] of a text.
  static boolean isHeading(String code) {
    return code.equals("sh") || code.equals("xm") || code.equals("mh") || code.equals("xs");
  }

  /// `query` with the codes on every text that has no field of its own.
  static Query apply(String codes, Query query) {
    List<String> all = List.of(codes.split(",", -1));
    List<String> headings = all.stream().filter(Fields::isHeading).toList();
    List<String> others = all.stream().filter(c -> !isHeading(c)).toList();
    List<Query> parts = new ArrayList<>();
    if (!others.isEmpty()) {
      List<SearchField> fields = ofOvid(String.join(",", others));
      parts.add(map(query, t -> t.in(fields)));
    }
    for (String code : headings) {
      parts.add(map(query, t -> heading(t, !code.equals("sh"), false)));
    }
    return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts, query.place());
  }

  static Query.Heading heading(Query.Text text, boolean explode, boolean focus) {
    return new Query.Heading(text.plain(), explode, focus, List.of(), text.place());
  }

  /// What to make of a text that has no field yet.
  interface OfText {
    Query of(Query.Text text);
  }

  static Query map(Query query, OfText change) {
    return switch (query) {
      case Query.Text t -> t.fields().isEmpty() ? change.of(t) : t;
      case Query.Near n ->
          new Query.Near(
              map(n.left(), change), map(n.right(), change), n.between(), n.ordered(), n.place());
      case Query.And a -> new Query.And(all(a.parts(), change), a.place());
      case Query.Or o -> new Query.Or(all(o.parts(), change), o.place());
      case Query.Not n -> new Query.Not(map(n.kept(), change), map(n.removed(), change), n.place());
      case Query.Frequency f -> new Query.Frequency(map(f.inner(), change), f.times(), f.place());
      case Query.Heading h -> h;
      case Query.LineReference r -> r;
      case Query.DateRange d -> d;
      case Query.Filter f -> f;
    };
  }

  private static List<Query> all(List<Query> parts, OfText change) {
    return parts.stream().map(p -> map(p, change)).toList();
  }
}
