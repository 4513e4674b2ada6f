package org.cytotrial.evidence.search.writing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// Embase.com, after Elsevier's "Embase search hints": `'a b':ti,ab`, `'foo'/exp`, `NEAR/3` for at
/// most two words between, `[2000-2010]/py`.
record EmbaseDialect() implements Dialect {
  @Override
  public Target target() {
    return Target.EMBASE;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "'",
        new Grammar.Wildcards("*", "?", "$", false, true),
        Grammar.CAPITALS,
        new Grammar.Adjacency("NEAR/%d", 1, 1),
        Optional.of(new Grammar.Adjacency("NEXT/%d", 1, 1)));
  }

  @Override
  public String in(List<String> codes, String inner) {
    return inner + ":" + String.join(",", codes);
  }

  @Override
  public String heading(Query.Heading h, Notes notes) {
    Dialect.otherThesaurus(h, notes, "Emtree");
    String quote = h.name().contains("'") ? "\"" : "'";
    String term =
        quote
            + h.name().toLowerCase(Locale.ROOT)
            + quote
            + (h.explode() ? "/exp" : "/de")
            + (h.focus() ? "/mj" : "");
    if (h.subheadings().isEmpty()) {
      return term;
    }
    notes.add(
        Note.Loss.BROADER,
        h.place(),
        "a subheading is searched beside the heading, not under it: Emtree has its own, such as"
            + " /dm_dt");
    List<String> links = h.subheadings().stream().map(s -> "'" + s + "':lnk").toList();
    return "(" + term + " AND " + Dialect.any(links) + ")";
  }

  @Override
  public Optional<String> special(Query.Text text, SearchField field, Notes notes) {
    if (field == SearchField.PUBLICATION_TYPE) {
      notes.add(
          Note.Loss.DIFFERENT,
          text.place(),
          "Embase has other publication types; designs such as '%s' are Emtree terms there"
              .formatted(text.plain()));
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> dates(Query.DateRange range, Notes notes) {
    Dates dates = Dates.of(range);
    if (range.field() == SearchField.PUBLICATION_DATE) {
      if (dates.hasDays()) {
        Dialect.lost(
            range.place(), notes, "Embase searches publication by year: whole years are searched");
      }
      return Optional.of("[" + dates.fromYear() + "-" + dates.toYear() + "]/py");
    }
    notes.add(
        Note.Loss.DIFFERENT,
        range.place(),
        "the date is taken for the day since which the record is in Embase (/sd)");
    String since = since(dates.firstDay());
    return Optional.of(
        dates.openEnd() ? since : "(" + since + " NOT " + since(dates.lastDay().plusDays(1)) + ")");
  }

  private static String since(LocalDate day) {
    return "[%d-%d-%d]/sd".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  @Override
  public Optional<String> filter(Query.Filter filter) {
    return filter.name().toLowerCase(Locale.ROOT).matches("humans?")
        ? Optional.of("[humans]/lim")
        : Optional.empty();
  }
}
