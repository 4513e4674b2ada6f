package org.cytotrial.evidence.records;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What one source says of one document: never changed after it was read, and never lost.
///
/// `id` is what the source or the user calls it. `fields` holds what was found, as printed, without
/// empty values. `original` is the text that was read. `origins` names the source of each field of
/// a record that [MergedRecord] made of several; it is empty otherwise.
public record BibliographicRecord(
    String id,
    RecordType type,
    List<Author> authors,
    Map<Field, String> fields,
    List<String> keywords,
    SourcePosition source,
    String original,
    Map<Field, SourcePosition> origins) {

  public BibliographicRecord {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
    fields = Collections.unmodifiableMap(copy(fields));
    origins = Collections.unmodifiableMap(copy(origins));
  }

  private static <T> Map<Field, T> copy(Map<Field, T> map) {
    Map<Field, T> copy = new EnumMap<>(Field.class);
    copy.putAll(map);
    return copy;
  }

  public BibliographicRecord withId(String newId) {
    return new BibliographicRecord(
        newId, type, authors, fields, keywords, source, original, origins);
  }

  /// The field as printed, or an empty text.
  public String text(Field field) {
    return fields.getOrDefault(field, "");
  }

  public String title() {
    return text(Field.TITLE);
  }

  public OptionalInt year() {
    return Identifiers.year(text(Field.YEAR));
  }

  /// The journal or, without one, the book or proceedings that holds the document.
  public String container() {
    String journal = text(Field.JOURNAL);
    return journal.isEmpty() ? text(Field.BOOKTITLE) : journal;
  }
}
