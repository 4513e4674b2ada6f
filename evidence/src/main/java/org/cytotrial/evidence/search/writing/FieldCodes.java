package org.cytotrial.evidence.search.writing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.evidence.search.FieldTable;
import org.cytotrial.evidence.search.Place;
import org.cytotrial.evidence.search.SearchField;
import org.cytotrial.evidence.search.writing.Note.Loss;

/// Finds the codes of fields in a database.
final class FieldCodes {
  private static final Set<SearchField> EVERYWHERE =
      Set.of(SearchField.TEXT_WORD, SearchField.ALL_FIELDS);
  private static final List<String> ALL = List.of("ALL");
  private static final Set<Target> WITH_ABBREVIATIONS =
      Set.of(Target.PUBMED, Target.OVID, Target.CINAHL);
  private static final Set<Target> WITHOUT_KEYWORDS =
      Set.of(Target.SCOPUS, Target.COCHRANE, Target.CINAHL);
  private static final List<SearchField> TITLE_ABSTRACT =
      List.of(SearchField.TITLE, SearchField.ABSTRACT);

  private FieldCodes() {}

  /// The codes; empty for a search of all fields.
  static List<String> of(List<SearchField> fields, Target target, Place place, Notes notes) {
    if (target == Target.PUBMED && fields.equals(TITLE_ABSTRACT)) {
      notes.once(Loss.BROADER, place, "[tiab] also looks at the author's keywords");
    }
    if (fields.equals(List.of(SearchField.TITLE_ABSTRACT)) && WITHOUT_KEYWORDS.contains(target)) {
      notes.once(
          Loss.NARROWER,
          place,
          "PubMed's [tiab] also looks at the author's keywords, which are not searched here");
    }
    if (fields.contains(SearchField.JOURNAL) && !WITH_ABBREVIATIONS.contains(target)) {
      notes.once(Loss.DIFFERENT, place, target.label() + " lists journals by their full titles");
    }
    Optional<List<String>> together = FieldTable.together(fields, target.column());
    if (together.isPresent() && !together.get().isEmpty() && !together.get().equals(ALL)) {
      return together.get();
    }
    Set<String> codes = new LinkedHashSet<>();
    for (SearchField field : fields) {
      List<String> own = FieldTable.together(List.of(field), target.column()).orElse(List.of());
      if (own.isEmpty() || own.equals(ALL)) {
        return everywhere(field, own, target, place, notes);
      }
      codes.addAll(own);
    }
    return List.copyOf(codes);
  }

  private static List<String> everywhere(
      SearchField field, List<String> own, Target target, Place place, Notes notes) {
    if (!EVERYWHERE.contains(field)) {
      notes.add(
          Loss.BROADER,
          place,
          "%s has no field '%s': all fields are searched"
              .formatted(target.label(), field.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    return own;
  }
}
