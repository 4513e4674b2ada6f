package org.cytotrial.evidence.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A decision as a line of JSON.
///
/// @param previous the hash of the line before, or `start`
record LogLine(Decision decision, String previous) {
  /// Stands in the first line for the hash of the line before.
  static final String START = "start";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int ID_DIGITS = 16;

  static LogLine of(Decision.Draft draft, String person, Instant time, String previous) {
    Decision unnamed =
        new Decision(
            "",
            person,
            draft.record(),
            draft.with(),
            draft.stage(),
            draft.choice(),
            draft.reason(),
            time);
    return new LogLine(named(unnamed, idOf(unnamed, previous)), previous);
  }

  private static Decision named(Decision d, String id) {
    return new Decision(
        id, d.person(), d.record(), d.with(), d.stage(), d.choice(), d.reason(), d.time());
  }

  /// The id that a decision at this place must have.
  private static String idOf(Decision d, String previous) {
    List<String> parts = new ArrayList<>();
    parts.add(d.person());
    parts.add(d.record());
    parts.add(String.join(",", d.with()));
    parts.add(d.stage().word());
    parts.add(d.choice().word());
    parts.add(d.reason());
    parts.add(d.time().toString());
    parts.add(previous);
    return Hash.of(String.join("\u001f", parts)).substring(0, ID_DIGITS);
  }

  boolean isUntouched() {
    return decision.id().equals(idOf(decision, previous));
  }

  String text() {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", decision.id());
    node.put("record", decision.record());
    if (!decision.with().isEmpty()) {
      var with = node.putArray("with");
      decision.with().forEach(with::add);
    }
    node.put("stage", decision.stage().word());
    node.put("choice", decision.choice().word());
    node.put("reason", decision.reason());
    node.put("time", decision.time().toString());
    node.put("previous", previous);
    return MAPPER.writeValueAsString(node);
  }

  /// Reads a line.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it
  static LogLine parse(String text, String person) {
    JsonNode node = json(text);
    List<String> with = new ArrayList<>();
    node.path("with").forEach(item -> with.add(item.asString("")));
    Stage stage = Stage.parse(field(node, "stage"));
    Choice choice = Choice.parse(field(node, "choice"));
    if (!stage.allows(choice)) {
      throw new IllegalArgumentException(
          "'" + choice.word() + "' cannot be chosen at the stage '" + stage.word() + "'");
    }
    var decision =
        new Decision(
            field(node, "id"),
            person,
            field(node, "record"),
            with,
            stage,
            choice,
            field(node, "reason"),
            time(field(node, "time")));
    return new LogLine(decision, field(node, "previous"));
  }

  private static JsonNode json(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is not a line of JSON", e);
    }
    throw new IllegalArgumentException("this is not a decision: it should begin with '{'");
  }

  private static String field(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return value.asString();
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the time '" + text + "' cannot be read", e);
    }
  }
}
