package org.cytotrial.evidence.search.writing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Query;

/// Ovid MEDLINE, after Ovid's "Advanced searching techniques": `.ti,ab.`, `exp Foo/`, `adj3` for at
/// most two words between. Limits apply to whole lines; a year inside a query is `.(sa_year).`, the
/// form in which Ovid's own history prints it.
record OvidDialect() implements Dialect {
  @Override
  public Target target() {
    return Target.OVID;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "\"",
        new Grammar.Wildcards("*", "#", "?", false, true),
        new Grammar.Operators("and", "or", "not", ""),
        new Grammar.Adjacency("adj%d", 1, 1),
        Optional.of(new Grammar.Adjacency("adj", 0, 0)));
  }

  @Override
  public String in(List<String> codes, String inner) {
    return inner + "." + String.join(",", codes) + ".";
  }

  @Override
  public List<String> defaultCodes() {
    return List.of("mp");
  }

  @Override
  public String heading(Query.Heading h, Notes notes) {
    boolean plain = h.name().matches("[\\w-]+");
    String name = plain ? h.name() : "\"" + h.name() + "\"";
    List<String> codes =
        h.subheadings().stream()
            .flatMap(s -> FieldTable.subheadingCode(s).stream())
            .map(c -> c.toLowerCase(Locale.ROOT))
            .toList();
    return (h.explode() ? "exp " : "")
        + (h.focus() ? "*" : "")
        + name
        + "/"
        + String.join(",", codes);
  }

  @Override
  public Optional<String> dates(Query.DateRange range, Notes notes) {
    Dates dates = Dates.of(range);
    if (dates.hasDays()) {
      Dialect.lost(
          range.place(), notes, "inside a query Ovid takes years only: whole years are searched");
    }
    return Optional.of(dates.fromYear() + ":" + dates.toYear() + ".(sa_year).");
  }

  /// The limit as it stands after `limit 3 to`.
  static Optional<String> limit(Query query, Notes notes) {
    return switch (query) {
      case Query.DateRange d -> Optional.of(limit(d, notes));
      case Query.Filter f -> Optional.of(f.name());
      default -> Optional.empty();
    };
  }

  private static String limit(Query.DateRange range, Notes notes) {
    Dates dates = Dates.of(range);
    String code =
        switch (range.field()) {
          case CREATE_DATE -> "dt";
          case ENTRY_DATE, COMPLETION_DATE -> "ed";
          case MESH_DATE -> "da";
          case MODIFICATION_DATE -> "rd";
          default -> "yr";
        };
    if (code.equals("yr")) {
      if (dates.hasDays()) {
        Dialect.lost(
            range.place(), notes, "Ovid limits publication by year: whole years are searched");
      }
      return "yr=\""
          + dates.fromYear()
          + " -"
          + (dates.openEnd() ? "Current" : dates.toYear())
          + "\"";
    }
    return code + "=" + digits(dates.firstDay()) + "-" + digits(dates.lastDay());
  }

  private static String digits(java.time.LocalDate day) {
    return day.toString().replace("-", "");
  }
}
