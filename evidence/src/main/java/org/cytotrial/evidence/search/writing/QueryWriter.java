package org.cytotrial.evidence.search.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;
import org.cytotrial.evidence.search.writing.Note.Loss;

/// Writes one tree for one database. Every part that holds an operator stands in brackets, so that
/// the order in which a database binds operators does not matter.
final class QueryWriter {
  private static final Set<SearchField> ALONE =
      Set.of(SearchField.SUBHEADING, SearchField.PUBLICATION_TYPE, SearchField.LANGUAGE);

  private final Dialect dialect;
  private final boolean faithful;
  private final Notes notes;
  private final References references;
  private final Phrases phrases;

  /// What a reference to a line is written as; empty if there is no such line.
  interface References {
    Optional<String> write(Query.LineReference reference);
  }

  QueryWriter(Dialect dialect, boolean faithful, Notes notes, References references) {
    this.dialect = dialect;
    this.faithful = faithful;
    this.notes = notes;
    this.references = references;
    this.phrases = new Phrases(dialect.target(), dialect.grammar(), faithful, notes);
  }

  /// The query without brackets around it; empty if nothing of it can be said.
  Optional<String> write(Query query) {
    return switch (query) {
      case Query.Text t -> isLost(t) ? Optional.empty() : Optional.of(text(t));
      case Query.Heading h -> Optional.of(dialect.heading(h, notes));
      case Query.Near n -> near(n);
      case Query.LineReference r -> reference(r);
      case Query.And a -> joined(a.parts(), dialect.grammar().operators().and());
      case Query.Or o -> or(o);
      case Query.Not n -> not(n);
      case Query.DateRange d -> dates(d);
      case Query.Filter f -> filter(f);
      case Query.Frequency f -> frequency(f);
    };
  }

  /// The query as an operand of an operator.
  private Optional<String> operand(Query query) {
    return write(query).map(text -> isCompound(query, text) ? "(" + text + ")" : text);
  }

  private static boolean isCompound(Query query, String text) {
    return switch (query) {
      case Query.And _, Query.Or _, Query.Not _ -> text.contains(" ") && !Brackets.surround(text);
      default -> false;
    };
  }

  private Optional<String> joined(List<Query> parts, String operator) {
    List<String> texts = parts.stream().flatMap(p -> operand(p).stream()).toList();
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" " + operator + " ", texts));
  }

  private Optional<String> not(Query.Not not) {
    Optional<String> kept = operand(not.kept());
    notes.turn();
    Optional<String> removed = operand(not.removed());
    notes.turn();
    if (kept.isEmpty() || removed.isEmpty()) {
      return kept;
    }
    return Optional.of(
        kept.get() + " " + dialect.grammar().operators().not() + " " + removed.get());
  }

  /// A language where the database has none: as words it would lose most records.
  private boolean isLost(Query.Text text) {
    boolean lost =
        dialect.target() == Target.COCHRANE && text.fields().equals(List.of(SearchField.LANGUAGE));
    if (lost) {
      notes.add(
          Loss.LEFT_OUT,
          text.place(),
          dialect.target().label() + " has no field for the language '" + text.plain() + "'");
    }
    return lost;
  }

  private String text(Query.Text text) {
    if (text.fields().size() == 1) {
      Optional<String> special = dialect.special(text, text.fields().getFirst(), notes);
      if (special.isPresent()) {
        return special.get();
      }
    }
    if (dialect.target() == Target.PUBMED && !faithful) {
      return new PubMedTexts(phrases, notes).text(text, codes(text.fields(), text));
    }
    List<String> codes = codes(text.fields(), text);
    String inner = phrases.text(text);
    return codes.isEmpty() ? inner : dialect.in(codes, inner);
  }

  private List<String> codes(List<SearchField> fields, Query at) {
    if (!fields.isEmpty()) {
      return FieldCodes.of(fields, dialect.target(), at.place(), notes);
    }
    if (faithful) {
      return List.of();
    }
    notes.once(
        Loss.DIFFERENT,
        at.place(),
        "words without a field are searched as %s does by itself, without a mapping to headings"
            .formatted(dialect.target().label()));
    return dialect.defaultCodes();
  }

  /// Texts of the same fields under one field, where the database allows it.
  private Optional<String> or(Query.Or or) {
    if (!dialect.groups()) {
      return joined(or.parts(), dialect.grammar().operators().or());
    }
    Map<Object, List<Query>> groups = new LinkedHashMap<>();
    for (Query part : or.parts()) {
      groups.computeIfAbsent(groupKey(part), _ -> new ArrayList<>()).add(part);
    }
    List<String> texts = new ArrayList<>();
    for (List<Query> group : groups.values()) {
      Optional<String> one =
          group.size() == 1
              ? operand(group.getFirst())
              : bare(new Query.Or(group, or.place()))
                  .map(inner -> dialect.in(codes(fields(group.getFirst()), or), inner));
      one.ifPresent(texts::add);
    }
    String operator = " " + dialect.grammar().operators().or() + " ";
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(operator, texts));
  }

  private Object groupKey(Query part) {
    boolean groupable = part instanceof Query.Text || part instanceof Query.Near;
    List<SearchField> fields = groupable ? fields(part) : List.of();
    boolean alone =
        fields.isEmpty() || fields.stream().anyMatch(f -> ALONE.contains(f) || f.isDate());
    boolean open =
        alone || FieldCodes.of(fields, dialect.target(), part.place(), new Notes()).isEmpty();
    return open || bare(part).isEmpty() ? part : fields;
  }

  /// The fields of all texts in the query, if they are the same.
  private static List<SearchField> fields(Query query) {
    Set<List<SearchField>> found = new HashSet<>();
    collectFields(query, found);
    return found.size() == 1 ? found.iterator().next() : List.of();
  }

  private static void collectFields(Query query, Set<List<SearchField>> found) {
    switch (query) {
      case Query.Text t -> found.add(t.fields());
      case Query.Near n -> {
        collectFields(n.left(), found);
        collectFields(n.right(), found);
      }
      case Query.Or o -> o.parts().forEach(p -> collectFields(p, found));
      default -> found.add(List.of());
    }
  }

  private Optional<String> near(Query.Near near) {
    List<SearchField> fields = fields(near);
    boolean mixed = fields.isEmpty() && !allBare(near);
    if (dialect.target() == Target.PUBMED && !mixed) {
      return Optional.of(
          new PubMedTexts(phrases, notes)
              .near(near, codes(fields, near))
              .orElseGet(() -> bothSides(near)));
    }
    Optional<String> inner = mixed ? Optional.empty() : bare(near);
    if (inner.isEmpty()) {
      return Optional.of(bothSides(near));
    }
    List<String> codes = codes(fields, near);
    return Optional.of(codes.isEmpty() ? inner.get() : dialect.in(codes, inner.get()));
  }

  private static boolean allBare(Query query) {
    Set<List<SearchField>> found = new HashSet<>();
    collectFields(query, found);
    return found.equals(Set.of(List.of()));
  }

  private String bothSides(Query.Near near) {
    if (faithful && dialect.target() == Target.OVID) {
      boolean next = near.ordered() && near.between() == 0;
      String operator = next ? "adj" : dialect.grammar().near().text(near.between());
      return joined(List.of(near.left(), near.right()), operator)
          .map(text -> "(" + text + ")")
          .orElse("");
    }
    notes.add(
        Loss.BROADER,
        near.place(),
        "%s cannot search these words near each other: both are asked for, at any distance"
            .formatted(dialect.target().label()));
    return joined(List.of(near.left(), near.right()), dialect.grammar().operators().and())
        .map(text -> "(" + text + ")")
        .orElse("");
  }

  /// Words, alternatives and adjacency without fields; empty if there is anything else.
  private Optional<String> bare(Query query) {
    return switch (query) {
      case Query.Text t -> Optional.of(phrases.text(t));
      case Query.Or o -> bareOr(o);
      case Query.Near n -> bareNear(n);
      default -> Optional.empty();
    };
  }

  private Optional<String> bareOr(Query.Or or) {
    List<String> texts = new ArrayList<>();
    for (Query part : or.parts()) {
      Optional<String> text = bare(part);
      if (text.isEmpty()) {
        return text;
      }
      texts.add(text.get());
    }
    String operator = " " + dialect.grammar().operators().or() + " ";
    return Optional.of("(" + String.join(operator, texts) + ")");
  }

  private Optional<String> bareNear(Query.Near near) {
    Optional<String> left = bare(near.left());
    Optional<String> right = bare(near.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Optional<Grammar.Adjacency> before = dialect.grammar().before();
    boolean ordered =
        near.ordered()
            && before.isPresent()
            && (near.between() == 0 || before.get().format().contains("%d"));
    if (near.ordered() && !ordered) {
      notes.add(
          Loss.BROADER,
          near.place(),
          dialect.target().label() + " searches these words in any order");
    }
    Grammar.Adjacency used = ordered ? before.get() : dialect.grammar().near();
    return Optional.of(
        "(" + left.get() + " " + used.text(near.between()) + " " + right.get() + ")");
  }

  private Optional<String> reference(Query.LineReference reference) {
    Optional<String> text = references.write(reference);
    if (text.isEmpty()) {
      notes.add(
          Loss.LEFT_OUT,
          reference.place(),
          "line %s, to which this refers, says nothing here or does not exist"
              .formatted(reference.label()));
    }
    return text;
  }

  private Optional<String> dates(Query.DateRange range) {
    Optional<String> text = dialect.dates(range, notes);
    if (text.isEmpty()) {
      notes.add(
          Loss.LEFT_OUT,
          range.place(),
          "%s takes dates only beside the query: set %s to %s there"
              .formatted(
                  dialect.target().label(),
                  range.from().isEmpty() ? "the beginning" : range.from(),
                  range.to().isEmpty() ? "today" : range.to()));
    }
    return text;
  }

  private Optional<String> filter(Query.Filter filter) {
    Optional<String> text = dialect.filter(filter);
    if (text.isEmpty()) {
      notes.add(
          Loss.LEFT_OUT,
          filter.place(),
          "%s has no limit '%s' that a query can name"
              .formatted(dialect.target().label(), filter.name()));
    }
    return text;
  }

  private Optional<String> frequency(Query.Frequency frequency) {
    Optional<String> inner = operand(frequency.inner());
    if (dialect.target() == Target.OVID) {
      return inner.map(i -> i + " /freq=" + frequency.times());
    }
    notes.add(
        Loss.BROADER,
        frequency.place(),
        "%s cannot count words: once is enough".formatted(dialect.target().label()));
    return inner;
  }
}
