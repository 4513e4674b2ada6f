package org.cytotrial.evidence.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.extraction.values.ExtractionField;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a person decided on a suggested value, with the sentence it was read from. It stands in the
/// log of decisions as the reason of a decision at the stage `extract`.
///
/// @param paper the id of the paper
/// @param document `abstract`, or the file of the full text
/// @param value what holds: the suggested value, or the one that replaces it
/// @param suggested what the rule had read
/// @param arm the arm it belongs to, in the words of the person; empty for the whole study
public record ValueDecision(
    String paper,
    String document,
    ExtractionField field,
    String value,
    String unit,
    String arm,
    String suggested,
    String sentence,
    int start,
    Choice choice,
    String person) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /// The suggestion that this decides on, apart from the value: where it was read.
  public boolean isOn(String otherDocument, ExtractedValue suggestion) {
    return document.equals(otherDocument)
        && field == suggestion.field()
        && suggested.equals(suggestion.value())
        && sentence.equals(suggestion.sentence());
  }

  /// The text that the log keeps.
  static String text(String document, ExtractedValue suggestion, String value, String arm) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("field", suggestion.field().spelling());
    facts.put("value", value);
    facts.put("unit", suggestion.unit());
    facts.put("arm", arm);
    facts.put("suggested", suggestion.value());
    facts.put("document", document);
    facts.put("start", suggestion.start());
    facts.put("sentence", suggestion.sentence());
    return MAPPER.writeValueAsString(facts);
  }

  /// Reads a decision of the log.
  ///
  /// @throws IllegalArgumentException if it holds no value
  static ValueDecision of(Decision decision) {
    try {
      JsonNode facts = MAPPER.readTree(decision.reason());
      String field = facts.path("field").asString("");
      return new ValueDecision(
          decision.record(),
          facts.path("document").asString(""),
          ExtractionField.of(field)
              .orElseThrow(() -> new IllegalArgumentException("'" + field + "' is no field")),
          facts.path("value").asString(""),
          facts.path("unit").asString(""),
          facts.path("arm").asString(""),
          facts.path("suggested").asString(""),
          facts.path("sentence").asString(""),
          facts.path("start").asInt(0),
          decision.choice(),
          decision.person());
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "decisions/%s.jsonl: decision %s holds no value that can be read (%s). Take it back with 'review extract'."
              .formatted(decision.person(), decision.id(), e.getMessage()),
          e);
    }
  }
}
