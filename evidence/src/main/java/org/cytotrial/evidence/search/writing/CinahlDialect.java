package org.cytotrial.evidence.search.writing;

import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// CINAHL on EBSCO, after "EBSCO Connect: searching with field codes": `(TI a OR AB a)`, `(MH
/// "Foo+")`, `N2` for at most two words between, `W2` in this order, lines `S1`.
record CinahlDialect() implements Dialect {
  @Override
  public Target target() {
    return Target.CINAHL;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "\"",
        new Grammar.Wildcards("*", "?", "#", false, true),
        new Grammar.Operators("AND", "OR", "NOT", "S"),
        new Grammar.Adjacency("N%d", 0, 1),
        Optional.of(new Grammar.Adjacency("W%d", 0, 1)));
  }

  @Override
  public String in(List<String> codes, String inner) {
    return "(" + String.join(" OR ", codes.stream().map(c -> c + " " + inner).toList()) + ")";
  }

  @Override
  public String heading(Query.Heading h, Notes notes) {
    Dialect.otherThesaurus(h, notes, "CINAHL Subject Headings");
    List<String> codes =
        h.subheadings().stream().flatMap(s -> FieldTable.subheadingCode(s).stream()).toList();
    String under = codes.isEmpty() ? "" : "/" + String.join("/", codes);
    return "(%s \"%s%s%s\")"
        .formatted(h.focus() ? "MM" : "MH", h.name(), h.explode() ? "+" : "", under);
  }

  @Override
  public Optional<String> dates(Query.DateRange range, Notes notes) {
    Dates dates = Dates.of(range);
    if (range.field() != SearchField.PUBLICATION_DATE) {
      notes.add(
          Note.Loss.DIFFERENT, range.place(), "the date is taken for CINAHL's entry date (EM)");
    }
    String code = range.field() == SearchField.PUBLICATION_DATE ? "DT" : "EM";
    String from = dates.firstDay().toString().replace("-", "");
    String to = dates.openEnd() ? "" : dates.lastDay().toString().replace("-", "");
    return Optional.of("(" + code + " " + from + "-" + to + ")");
  }
}
