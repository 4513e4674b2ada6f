package org.cytotrial.evidence.search.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.Syntax;
import org.cytotrial.evidence.search.Word;
import org.cytotrial.evidence.search.reading.Token.Kind;

/// Reads one operand: words with their suffixes, a group, a reference to lines.
final class Operands {
  private final LineParser parser;

  Operands(LineParser parser) {
    this.parser = parser;
  }

  /// The next operand; empty before an operator, a closing bracket or the end.
  Optional<Query> read() {
    while (true) {
      Token token = parser.peek();
      switch (token.kind()) {
        case OPEN -> {
          Optional<Query> group = group();
          if (group.isPresent()) {
            return group;
          }
        }
        case WORD, QUOTED -> {
          return Optional.of(phrase());
        }
        case REFERENCE -> {
          parser.next();
          return Optional.of(
              suffixed(new Query.LineReference(token.text(), parser.place(token)), token));
        }
        case COMBINE -> {
          parser.next();
          return Optional.of(combine(token));
        }
        case YEARS -> {
          parser.next();
          return Optional.of(OvidDates.years(token.text(), parser.place(token)));
        }
        case FIELD, TAG, SLASH, COLON, FREQUENCY ->
            parser.problem(
                Severity.ERROR,
                parser.next(),
                "'" + token.text() + "' belongs to no search text: passed over");
        case CLOSE, AND, OR, NOT, NEAR, END -> {
          return Optional.empty();
        }
      }
    }
  }

  private Optional<Query> group() {
    Token open = parser.next();
    Optional<Query> inside = parser.expression(Optional.empty());
    if (parser.peek().is(Kind.CLOSE)) {
      parser.next();
    } else {
      parser.problem(
          Severity.ERROR, open, "'(' is not closed: read as if ')' stood at the end of the line");
    }
    if (inside.isEmpty()) {
      parser.problem(Severity.WARNING, open, "nothing stands in these brackets: passed over");
      return inside;
    }
    return Optional.of(suffixed(inside.get(), open));
  }

  private Query combine(Token token) {
    String[] parts = token.text().split(":", -1);
    List<Query> references = new ArrayList<>();
    for (String range : parts[1].split(",", -1)) {
      int[] ends = Arrays.stream(range.split("-", -1)).mapToInt(Integer::parseInt).toArray();
      for (int n = ends[0]; n <= ends[ends.length - 1]; n++) {
        references.add(new Query.LineReference(String.valueOf(n), parser.place(token)));
      }
    }
    return parts[0].equals("or")
        ? new Query.Or(references, parser.place(token))
        : new Query.And(references, parser.place(token));
  }

  private Query phrase() {
    Token first = parser.next();
    Token last = first;
    while (goesOn(first, last)) {
      last = parser.next();
    }
    String raw = parser.text().substring(first.start(), last.end());
    boolean single = first.start() == last.start();
    boolean quoted = single && first.is(Kind.QUOTED);
    if (single && first.is(Kind.WORD) && isReference(raw)) {
      return new Query.LineReference(raw, parser.place(first));
    }
    Token suffix = parser.peek();
    if (suffix.is(Kind.SLASH)) {
      return heading(raw, first);
    }
    if (suffix.is(Kind.TAG) && Suffixes.isHeadingTag(suffix.text().replaceAll(":.*", ""))) {
      parser.next();
      return Headings.ofPubMed(raw, suffix.text(), parser.place(first));
    }
    if (first.text().matches("(?i)exp|explode") && !single && !suffix.is(Kind.FIELD)) {
      parser.problem(Severity.WARNING, last, "the '/' after the heading is missing: read as one");
      return Headings.ofOvid(raw, "", parser.place(first));
    }
    String inside = quoted ? first.text() : raw.replaceAll("[\"{}]", " ");
    List<Word> words = Words.split(inside, parser.syntax());
    return suffixed(new Query.Text(words, quoted, List.of(), parser.place(first)), first);
  }

  private boolean goesOn(Token first, Token last) {
    Token next = parser.peek();
    if (parser.syntax() == Syntax.PUBMED) {
      return next.is(Kind.WORD) && first.is(Kind.WORD);
    }
    return next.is(Kind.WORD) || (next.is(Kind.QUOTED) && last.is(Kind.WORD));
  }

  private boolean isReference(String raw) {
    Token next = parser.peek();
    boolean suffixed = next.is(Kind.FIELD) || next.is(Kind.TAG) || next.is(Kind.SLASH);
    boolean beside = next.is(Kind.NEAR) || parser.before(Kind.NEAR);
    return parser.numbered() && !suffixed && !beside && raw.matches("\\d{1,3}");
  }

  private Query heading(String raw, Token first) {
    Token slash = parser.next();
    if (parser.peek().is(Kind.TAG)) {
      String tag = parser.next().text();
      String name = raw + (slash.text().isEmpty() ? "" : "/" + slash.text());
      return Headings.ofPubMed(name, tag, parser.place(first));
    }
    return Headings.ofOvid(raw, slash.text(), parser.place(first));
  }

  /// `query` with the fields, tags and frequencies that follow it.
  private Query suffixed(Query query, Token start) {
    Query whole = query;
    while (true) {
      Token token = parser.peek();
      switch (token.kind()) {
        case FIELD -> whole = OvidDates.of(Fields.apply(parser.next().text(), whole));
        case TAG -> whole = new PubMedTags(parser).apply(parser.next(), whole);
        case FREQUENCY -> {
          parser.next();
          whole = new Query.Frequency(whole, Integer.parseInt(token.text()), whole.place());
        }
        case COLON -> whole = new PubMedTags(parser).range(whole, start);
        case SLASH -> {
          parser.next();
          whole = Fields.map(whole, t -> Headings.ofOvid(t.plain(), token.text(), t.place()));
        }
        case OPEN, CLOSE, AND, OR, NOT, NEAR, WORD, QUOTED, REFERENCE, COMBINE, YEARS, END -> {
          return whole;
        }
      }
    }
  }
}
