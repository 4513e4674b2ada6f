package org.cytotrial.evidence.review;

import org.cytotrial.evidence.records.BibliographicRecord;

/// A record in a review.
///
/// @param record named by a hash of its source and content, so that it keeps its name; its position
///   is that in the original, which is kept under `imports/`
/// @param source the database, register or other source that it came from
/// @param calledThere what the source calls it
/// @param imported the day of its import, `2026-06-30`
public record ImportedRecord(
    BibliographicRecord record, String source, String calledThere, String imported) {
  public String id() {
    return record.id();
  }
}
