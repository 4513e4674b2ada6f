package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytotrial.evidence.extraction.numbers.NumberMention;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.extraction.values.ExtractionField;

/// What rules have found so far in one document.
final class Findings {
  private final List<ExtractedValue> values = new ArrayList<>();

  /// A value read from some characters of a passage.
  void add(ExtractionField field, String value, Span span, Reading how) {
    Passage passage = span.passage();
    int at = passage.sentence().start();
    values.add(
        new ExtractedValue(
            field,
            value,
            how.unit().isEmpty() ? field.unit() : how.unit(),
            how.arm(),
            passage.sentence().text(),
            at + span.start(),
            at + span.end(),
            how.confidence()));
  }

  /// A number as it stands.
  void add(ExtractionField field, Passage passage, NumberMention number, Reading how) {
    add(field, Numerals.plain(number.value()), Span.of(passage, number), how);
  }

  boolean has(ExtractionField field, int start) {
    return values.stream().anyMatch(v -> v.field() == field && v.start() == start);
  }

  List<ExtractedValue> of(ExtractionField field) {
    return values.stream().filter(v -> v.field() == field).toList();
  }

  List<ExtractedValue> all() {
    return values.stream()
        .sorted(Comparator.comparing(ExtractedValue::field).thenComparingInt(ExtractedValue::start))
        .toList();
  }

  /// How a value was read.
  record Reading(String unit, String arm, double confidence) {
    static Reading of(double confidence) {
      return new Reading("", "", confidence);
    }

    static Reading of(String arm, double confidence) {
      return new Reading("", arm, confidence);
    }
  }
}
