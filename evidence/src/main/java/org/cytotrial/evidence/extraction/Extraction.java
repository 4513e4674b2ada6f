package org.cytotrial.evidence.extraction;

import java.util.List;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// What was read from one document.
///
/// @param values suggestions by field and place
/// @param contradictions values that cannot all be true
/// @param notes what could not be read or converted
public record Extraction(
    String document,
    List<ExtractedValue> values,
    List<Contradiction> contradictions,
    List<String> notes) {
  public Extraction {
    values = List.copyOf(values);
    contradictions = List.copyOf(contradictions);
    notes = List.copyOf(notes);
  }

  /// The values of one field.
  public List<ExtractedValue> of(ExtractionField field) {
    return values.stream().filter(v -> v.field() == field).toList();
  }
}
