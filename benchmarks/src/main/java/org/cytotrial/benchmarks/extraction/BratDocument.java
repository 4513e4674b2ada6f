package org.cytotrial.benchmarks.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text and the entities that people marked in it (brat standoff).
record BratDocument(String name, String text, List<Entity> entities) {
  private static final Pattern LINE =
      Pattern.compile("T\\d+\\t(\\S+) (\\d+) (?:.* )?(\\d+)\\t(.*)");

  BratDocument {
    entities = List.copyOf(entities);
  }

  /// What was marked, and where.
  record Entity(String kind, int start, int end, String text) {}

  static BratDocument of(String name, String text, String annotations) {
    List<Entity> entities = new ArrayList<>();
    for (String line : annotations.split("\n", -1)) {
      Matcher m = LINE.matcher(line);
      if (m.matches()) {
        entities.add(
            new Entity(
                m.group(1),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                m.group(4)));
      }
    }
    return new BratDocument(name, text, entities);
  }
}
