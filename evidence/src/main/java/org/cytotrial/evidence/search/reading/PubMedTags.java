package org.cytotrial.evidence.search.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;
import org.cytotrial.evidence.search.Word;

/// Puts a PubMed tag on what stands before it: fields, headings of a group, date ranges, proximity.
final class PubMedTags {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{4}(?:/\\d{1,2}){0,2})\\s*:\\s*(\\d{4}(?:/\\d{1,2}){0,2})");
  private static final Pattern DATE = Pattern.compile("\\d{4}(?:/\\d{1,2}){0,2}");
  private static final String OPEN_BEGINNING = "1800";
  private static final String OPEN_END = "3000";

  private final LineParser parser;

  PubMedTags(LineParser parser) {
    this.parser = parser;
  }

  Query apply(Token tag, Query query) {
    String name = tag.text().replaceAll(":(noexp|~\\d+)$", "");
    if (Suffixes.isHeadingTag(name)) {
      return Fields.map(query, t -> Headings.ofPubMed(t.plain(), tag.text(), t.place()));
    }
    Optional<SearchField> field = FieldTable.ofPubMed(name);
    if (field.isEmpty()) {
      return query;
    }
    int tilde = tag.text().indexOf(":~");
    if (tilde > 0) {
      int between = Integer.parseInt(tag.text().substring(tilde + 2));
      return Fields.map(query, t -> near(t.in(List.of(field.get())), between));
    }
    return Fields.map(query, t -> inField(t, field.get()));
  }

  private static Query inField(Query.Text text, SearchField field) {
    if (field == SearchField.SUBSET) {
      return new Query.Filter(text.plain(), text.place());
    }
    Matcher range = RANGE.matcher(text.plain());
    if (field.isDate() && range.matches()) {
      return dates(field, range.group(1), range.group(2), text);
    }
    if (field.isDate() && DATE.matcher(text.plain()).matches()) {
      return new Query.DateRange(field, text.plain(), text.plain(), text.place());
    }
    return text.in(List.of(field));
  }

  private static Query dates(SearchField field, String from, String to, Query at) {
    String begin = from.equals(OPEN_BEGINNING) ? "" : from;
    return new Query.DateRange(field, begin, to.startsWith(OPEN_END) ? "" : to, at.place());
  }

  /// `"a b"[tiab:~n]`: for more than two words PubMed wants all of them within n; the tree has them
  /// pair by pair.
  private static Query near(Query.Text text, int between) {
    Query whole = null;
    for (Word word : text.words()) {
      Query one = new Query.Text(List.of(word), false, text.fields(), text.place());
      whole = whole == null ? one : new Query.Near(whole, one, between, false, text.place());
    }
    return whole == null ? text : whole;
  }

  /// `left : right` where the right side, and perhaps the left, has a date tag.
  Query range(Query left, Token start) {
    Token colon = parser.next();
    Token right = parser.peek();
    if (!right.is(Token.Kind.QUOTED) && !right.is(Token.Kind.WORD)) {
      parser.problem(Severity.ERROR, colon, "':' has no date on its right: passed over");
      return left;
    }
    parser.next();
    Optional<SearchField> field =
        parser.peek().is(Token.Kind.TAG)
            ? FieldTable.ofPubMed(parser.next().text())
            : Optional.empty();
    String from =
        switch (left) {
          case Query.DateRange d -> d.from();
          case Query.Text t -> t.plain();
          default -> "";
        };
    if (field.isEmpty() && left instanceof Query.DateRange d) {
      field = Optional.of(d.field());
    }
    if (from.isEmpty() || field.isEmpty()) {
      parser.problem(Severity.ERROR, start, "this is no range of dates: passed over after ':'");
      return left;
    }
    return dates(field.get(), from, right.text(), left);
  }
}
