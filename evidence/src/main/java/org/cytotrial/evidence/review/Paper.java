package org.cytotrial.evidence.review;

import java.util.List;
import org.cytotrial.evidence.records.BibliographicRecord;

/// A document, and the records of it: what a screener decides on.
///
/// @param id that of its first record
/// @param records in the order of import
/// @param merged what all of them say together, each field with the record it came from
public record Paper(String id, List<ImportedRecord> records, BibliographicRecord merged) {
  public Paper {
    records = List.copyOf(records);
  }

  /// Surname, year and title on one line.
  public String label() {
    String who = merged.authors().isEmpty() ? "" : merged.authors().getFirst().family();
    String year = merged.year().isPresent() ? Integer.toString(merged.year().getAsInt()) : "";
    return String.join(" ", who, year, merged.title()).strip();
  }
}
