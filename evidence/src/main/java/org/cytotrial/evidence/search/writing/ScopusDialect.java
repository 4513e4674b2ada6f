package org.cytotrial.evidence.search.writing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// Scopus, after Elsevier's "Scopus advanced search" and "field codes": `TITLE-ABS-KEY(…)`, `W/2`
/// for at most two words between, `PRE/2` in this order, `AND NOT`.
record ScopusDialect() implements Dialect {
  private static final Map<String, String> DOCUMENT_TYPES =
      Map.of(
          "article",
          "ar",
          "journal article",
          "ar",
          "review",
          "re",
          "letter",
          "le",
          "editorial",
          "ed",
          "book",
          "bk",
          "erratum",
          "er",
          "published erratum",
          "er");

  @Override
  public Target target() {
    return Target.SCOPUS;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "\"",
        new Grammar.Wildcards("*", "?", "", true, true),
        new Grammar.Operators("AND", "OR", "AND NOT", "#"),
        new Grammar.Adjacency("W/%d", 0, 0),
        Optional.of(new Grammar.Adjacency("PRE/%d", 0, 0)));
  }

  @Override
  public String in(List<String> codes, String inner) {
    return Dialect.any(codes.stream().map(c -> one(c, inner)).toList());
  }

  private static String one(String code, String inner) {
    if (code.equals("PUBYEAR IS") || code.equals("LOAD-DATE")) {
      return code + " " + inner;
    }
    return Brackets.surround(inner) ? code + inner : code + "(" + inner + ")";
  }

  @Override
  public List<String> defaultCodes() {
    return List.of("TITLE-ABS-KEY");
  }

  @Override
  public String heading(Query.Heading h, Notes notes) {
    notes.add(
        Note.Loss.DIFFERENT,
        h.place(),
        "Scopus lists MeSH and Emtree terms but has no tree: '%s' is searched as an index term%s"
            .formatted(h.name(), h.explode() ? ", without the headings below it" : ""));
    if (h.focus() || !h.subheadings().isEmpty()) {
      Dialect.lost(
          h.place(), notes, "main topic and subheadings of '" + h.name() + "' are left out");
    }
    return "INDEXTERMS(" + (h.name().matches("\\w+") ? h.name() : "\"" + h.name() + "\"") + ")";
  }

  @Override
  public Optional<String> special(Query.Text text, SearchField field, Notes notes) {
    if (field != SearchField.PUBLICATION_TYPE) {
      return Optional.empty();
    }
    String type = DOCUMENT_TYPES.get(text.plain().toLowerCase(Locale.ROOT));
    if (type != null) {
      return Optional.of("DOCTYPE(" + type + ")");
    }
    notes.add(
        Note.Loss.DIFFERENT,
        text.place(),
        "'%s' is no document type of Scopus: searched as an index term".formatted(text.plain()));
    return Optional.of("INDEXTERMS(\"" + text.plain() + "\")");
  }

  @Override
  public Optional<String> dates(Query.DateRange range, Notes notes) {
    Dates dates = Dates.of(range);
    if (range.field() != SearchField.PUBLICATION_DATE) {
      notes.add(
          Note.Loss.DIFFERENT,
          range.place(),
          "the date is taken for the day on which Scopus loaded the record (ORIG-LOAD-DATE)");
      return Optional.of(
          "(ORIG-LOAD-DATE AFT %s AND ORIG-LOAD-DATE BEF %s)"
              .formatted(
                  digits(dates.firstDay().minusDays(1)), digits(dates.lastDay().plusDays(1))));
    }
    if (dates.hasDays()) {
      Dialect.lost(
          range.place(), notes, "Scopus searches publication by year: whole years are searched");
    }
    int from = Integer.parseInt(dates.fromYear());
    int to = Integer.parseInt(dates.toYear());
    if (from == to) {
      return Optional.of("PUBYEAR IS " + from);
    }
    if (dates.openEnd()) {
      return Optional.of("PUBYEAR > " + (from - 1));
    }
    return Optional.of("(PUBYEAR > %d AND PUBYEAR < %d)".formatted(from - 1, to + 1));
  }

  private static String digits(java.time.LocalDate day) {
    return day.toString().replace("-", "");
  }
}
