package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytotrial.evidence.records.Author;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.RecordType;
import org.cytotrial.evidence.records.SourcePosition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An imported record as a line of JSON.
final class RecordJson {
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RecordJson() {}

  static String text(ImportedRecord imported) {
    BibliographicRecord record = imported.record();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", record.id());
    node.put("source", imported.source());
    node.put("called", imported.calledThere());
    node.put("imported", imported.imported());
    node.put("file", record.source().file());
    node.put("number", record.source().number());
    node.put("line", record.source().line());
    node.put("type", record.type().name().toLowerCase(Locale.ROOT));
    ArrayNode authors = node.putArray("authors");
    record.authors().forEach(a -> authors.addArray().add(a.family()).add(a.given()));
    record.fields().forEach((field, value) -> node.put(key(field), value));
    ArrayNode keywords = node.putArray("keywords");
    record.keywords().forEach(keywords::add);
    return MAPPER.writeValueAsString(node);
  }

  private static String key(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /// Reads a line.
  ///
  /// @throws IllegalArgumentException if it is not a record
  static ImportedRecord parse(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node.path("id").asString("").isEmpty()) {
        throw new IllegalArgumentException("this is not a record: it has no 'id'");
      }
      return new ImportedRecord(
          record(node),
          node.path("source").asString(""),
          node.path("called").asString(""),
          node.path("imported").asString(""));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is not a line of JSON", e);
    }
  }

  private static BibliographicRecord record(JsonNode node) {
    List<Author> authors = new ArrayList<>();
    node.path("authors")
        .forEach(a -> authors.add(new Author(a.path(0).asString(""), a.path(1).asString(""))));
    List<String> keywords = new ArrayList<>();
    node.path("keywords").forEach(word -> keywords.add(word.asString("")));
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String value = node.path(key(field)).asString("");
      if (!value.isEmpty()) {
        fields.put(field, value);
      }
    }
    var position =
        new SourcePosition(
            node.path("file").asString(""),
            node.path("number").asInt(0),
            node.path("line").asLong(0));
    return new BibliographicRecord(
        node.path("id").asString(""),
        RecordType.of(node.path("type").asString("")),
        authors,
        fields,
        keywords,
        position,
        "",
        Map.of());
  }
}
