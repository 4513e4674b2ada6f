package org.cytotrial.evidence.records;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One record made of several of the same paper: each field from the first that has it, and noted.
public final class MergedRecord {
  private MergedRecord() {}

  /// Merges records, the most trusted first; the abstract is the longest of all.
  public static BibliographicRecord of(List<BibliographicRecord> records) {
    BibliographicRecord first = records.getFirst();
    Map<Field, String> fields = new EnumMap<>(Field.class);
    Map<Field, SourcePosition> origins = new EnumMap<>(Field.class);
    for (BibliographicRecord r : records) {
      r.fields()
          .forEach((field, value) -> {
            String known = fields.get(field);
            boolean longer =
                field == Field.ABSTRACT && known != null && value.length() > known.length();
            if (known == null || longer) {
              fields.put(field, value);
              origins.put(field, r.origins().getOrDefault(field, r.source()));
            }
          });
    }
    return new BibliographicRecord(
        first.id(),
        first.type(),
        firstNonEmpty(records.stream().map(BibliographicRecord::authors).toList()),
        fields,
        firstNonEmpty(records.stream().map(BibliographicRecord::keywords).toList()),
        first.source(),
        first.original(),
        origins);
  }

  private static <T> List<T> firstNonEmpty(List<List<T>> lists) {
    return lists.stream().filter(l -> !l.isEmpty()).findFirst().orElse(List.of());
  }
}
