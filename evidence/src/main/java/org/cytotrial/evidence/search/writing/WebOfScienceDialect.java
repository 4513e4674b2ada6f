package org.cytotrial.evidence.search.writing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// Web of Science Core Collection, after Clarivate's "Advanced search query builder" and "Search
/// operators": `TI=…`, `NEAR/2` for at most two words between, no thesaurus.
record WebOfScienceDialect() implements Dialect {
  private static final Map<String, String> DOCUMENT_TYPES =
      Map.of(
          "journal article", "Article",
          "article", "Article",
          "review", "Review",
          "letter", "Letter",
          "editorial", "Editorial Material",
          "published erratum", "Correction",
          "retracted publication", "Retracted Publication");

  @Override
  public Target target() {
    return Target.WEB_OF_SCIENCE;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "\"",
        new Grammar.Wildcards("*", "?", "$", true, true),
        Grammar.CAPITALS,
        new Grammar.Adjacency("NEAR/%d", 0, 0),
        Optional.empty());
  }

  @Override
  public String in(List<String> codes, String inner) {
    return Dialect.any(codes.stream().map(c -> c + "=" + inner).toList());
  }

  @Override
  public List<String> defaultCodes() {
    return List.of("ALL");
  }

  @Override
  public String heading(Query.Heading h, Notes notes) {
    notes.add(
        Note.Loss.DIFFERENT,
        h.place(),
        "Web of Science has no MeSH: '%s' is searched as words%s"
            .formatted(h.name(), h.explode() ? ", without the headings below it" : ""));
    if (!h.subheadings().isEmpty()) {
      Dialect.lost(h.place(), notes, "the subheadings of '" + h.name() + "' are left out");
    }
    String name = natural(h.name());
    return "ALL=" + (name.matches("\\w+") ? name : "\"" + name + "\"");
  }

  /// `Receptors, Interleukin-2` in the order of a sentence.
  private static String natural(String heading) {
    String[] parts = heading.split(", ", -1);
    return parts.length == 2 ? parts[1] + " " + parts[0] : heading;
  }

  @Override
  public Optional<String> special(Query.Text text, SearchField field, Notes notes) {
    if (field != SearchField.PUBLICATION_TYPE) {
      return Optional.empty();
    }
    return Optional.ofNullable(DOCUMENT_TYPES.get(text.plain().toLowerCase(Locale.ROOT)))
        .map(type -> "DT=\"" + type + "\"");
  }

  @Override
  public Optional<String> dates(Query.DateRange range, Notes notes) {
    Dates dates = Dates.of(range);
    if (range.field() != SearchField.PUBLICATION_DATE) {
      notes.add(
          Note.Loss.DIFFERENT,
          range.place(),
          "the date is taken for the day on which Web of Science loaded the record (LD)");
      return Optional.of("LD=" + dates.firstDay() + "/" + dates.lastDay());
    }
    return Optional.of(
        dates.hasDays()
            ? "DOP=" + dates.firstDay() + "/" + dates.lastDay()
            : "PY=(" + dates.fromYear() + "-" + dates.toYear() + ")");
  }
}
