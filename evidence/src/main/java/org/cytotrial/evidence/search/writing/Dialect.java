package org.cytotrial.evidence.search.writing;

import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.Query;
import org.cytotrial.evidence.search.SearchField;

/// What differs between the databases.
sealed interface Dialect
    permits PubMedDialect,
        OvidDialect,
        EmbaseDialect,
        ScopusDialect,
        WebOfScienceDialect,
        CochraneDialect,
        CinahlDialect {
  Target target();

  Grammar grammar();

  /// `inner` searched in any of the codes.
  String in(List<String> codes, String inner);

  /// The codes for a text without a field; empty if it is written bare.
  default List<String> defaultCodes() {
    return List.of();
  }

  /// Whether a field may stand around several texts.
  default boolean groups() {
    return true;
  }

  String heading(Query.Heading heading, Notes notes);

  /// A text in a field whose values differ between databases; empty if it needs no special care.
  default Optional<String> special(Query.Text text, SearchField field, Notes notes) {
    return Optional.empty();
  }

  /// The dates as part of a query; empty if they can only be set beside it.
  Optional<String> dates(Query.DateRange range, Notes notes);

  default Optional<String> filter(Query.Filter filter) {
    return Optional.empty();
  }

  static Dialect of(Target target) {
    return switch (target) {
      case PUBMED -> new PubMedDialect();
      case OVID -> new OvidDialect();
      case EMBASE -> new EmbaseDialect();
      case SCOPUS -> new ScopusDialect();
      case WEB_OF_SCIENCE -> new WebOfScienceDialect();
      case COCHRANE -> new CochraneDialect();
      case CINAHL -> new CinahlDialect();
    };
  }

  /// `query` and the others after it with OR between them, in brackets if there are several.
  static String any(List<String> parts) {
    return parts.size() == 1 ? parts.getFirst() : "(" + String.join(" OR ", parts) + ")";
  }

  /// Said of a database whose thesaurus is not MeSH.
  static void otherThesaurus(Query.Heading heading, Notes notes, String thesaurus) {
    notes.add(
        Note.Loss.DIFFERENT,
        heading.place(),
        "the heading '%s' is of MeSH: look up its name in %s".formatted(heading.name(), thesaurus));
  }

  static void lost(Place place, Notes notes, String message) {
    notes.add(Note.Loss.BROADER, place, message);
  }
}
