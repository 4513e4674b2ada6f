package org.cytotrial.evidence.search.writing;

import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// PubMed, after NLM's "PubMed User Guide": tags in square brackets, `*` at the end of a word,
/// proximity as `"a b"[tiab:~2]`.
record PubMedDialect() implements Dialect {
  @Override
  public Target target() {
    return Target.PUBMED;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "\"",
        new Grammar.Wildcards("*", "", "", false, true),
        Grammar.CAPITALS,
        new Grammar.Adjacency("~%d", 0, 0),
        Optional.empty());
  }

  @Override
  public String in(List<String> codes, String inner) {
    return Dialect.any(codes.stream().map(c -> inner + "[" + c + "]").toList());
  }

  @Override
  public boolean groups() {
    return false;
  }

  @Override
  public String heading(Query.Heading h, Notes notes) {
    String tag = (h.focus() ? "majr" : "mh") + (h.explode() ? "" : ":noexp");
    List<String> names =
        h.subheadings().isEmpty()
            ? List.of(h.name())
            : h.subheadings().stream().map(s -> h.name() + "/" + s).toList();
    return Dialect.any(names.stream().map(n -> "\"" + n + "\"[" + tag + "]").toList());
  }

  @Override
  public Optional<String> dates(Query.DateRange range, Notes notes) {
    Dates dates = Dates.of(range);
    String tag = "[Date - " + name(range.field()) + "]";
    return Optional.of("(\"" + dates.from() + "\"" + tag + " : \"" + dates.to() + "\"" + tag + ")");
  }

  private static String name(SearchField field) {
    return switch (field) {
      case ENTRY_DATE -> "Entry";
      case CREATE_DATE -> "Create";
      case COMPLETION_DATE -> "Completion";
      case MESH_DATE -> "MeSH";
      case MODIFICATION_DATE -> "Modification";
      default -> "Publication";
    };
  }

  @Override
  public Optional<String> filter(Query.Filter filter) {
    String name = filter.name().contains(" ") ? "\"" + filter.name() + "\"" : filter.name();
    return Optional.of(name + "[Filter]");
  }
}
