package org.cytotrial.evidence.search.writing;

import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// The Cochrane Library, after its "Search manager" help: `:ti,ab,kw`, `[mh "Foo"]`, `NEAR/3`,
/// `NEXT`, no wildcards between quotes. Dates are set beside the query.
record CochraneDialect() implements Dialect {
  @Override
  public Target target() {
    return Target.COCHRANE;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "\"",
        new Grammar.Wildcards("*", "?", "", true, false),
        Grammar.CAPITALS,
        new Grammar.Adjacency("NEAR/%d", 1, 1),
        Optional.of(new Grammar.Adjacency("NEXT", 0, 0)));
  }

  @Override
  public String in(List<String> codes, String inner) {
    return inner + ":" + String.join(",", codes);
  }

  @Override
  public String heading(Query.Heading h, Notes notes) {
    if (h.focus()) {
      Dialect.lost(
          h.place(), notes, "'%s' as a main topic is searched as any topic".formatted(h.name()));
    }
    boolean plain = h.name().matches("\\w+");
    String name = plain ? h.name() : "\"" + h.name() + "\"";
    List<String> codes =
        h.subheadings().stream().flatMap(s -> FieldTable.subheadingCode(s).stream()).toList();
    String under = codes.isEmpty() ? "" : "/" + String.join(",", codes);
    return "[mh " + (h.explode() ? "" : "^") + name + under + "]";
  }

  @Override
  public Optional<String> special(Query.Text text, SearchField field, Notes notes) {
    if (field != SearchField.SUBHEADING) {
      return Optional.empty();
    }
    String code =
        FieldTable.subheading(text.plain())
            .flatMap(FieldTable::subheadingCode)
            .orElse(text.plain());
    return Optional.of("[mh /" + code + "]");
  }

  @Override
  public Optional<String> dates(Query.DateRange range, Notes notes) {
    return Optional.empty();
  }
}
