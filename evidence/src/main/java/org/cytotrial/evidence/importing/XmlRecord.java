package org.cytotrial.evidence.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One record of an XML file as a small tree.
final class XmlRecord {
  final String name;
  final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  XmlRecord(String name) {
    this.name = name;
  }

  void add(XmlRecord child) {
    content.add(child);
  }

  void add(String text) {
    content.add(text);
  }

  List<XmlRecord> children() {
    return content.stream().filter(XmlRecord.class::isInstance).map(XmlRecord.class::cast).toList();
  }

  /// All elements at a path such as `titles/title`.
  List<XmlRecord> all(String path) {
    List<XmlRecord> found = List.of(this);
    for (String step : path.split("/", -1)) {
      List<XmlRecord> next = new ArrayList<>();
      for (XmlRecord parent : found) {
        parent.children().stream().filter(c -> c.name.equals(step)).forEach(next::add);
      }
      found = next;
    }
    return found;
  }

  /// The text of the first element at the first of the paths that has any.
  String text(String... paths) {
    for (String path : paths) {
      for (XmlRecord at : all(path)) {
        String text = RecordDraft.tidy(at.text());
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /// The text within, with that of italics, superscripts and other children.
  String text() {
    var text = new StringBuilder();
    for (Object part : content) {
      text.append(part instanceof XmlRecord child ? child.text() : part);
    }
    return text.toString();
  }

  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }
}
