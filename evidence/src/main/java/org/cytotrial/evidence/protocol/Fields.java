package org.cytotrial.evidence.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A YAML mapping read field by field; what is wrong is collected with its place, and reading goes
/// on.
final class Fields {
  private final Problems problems;
  private final Node node;
  private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, "expected 'key: value' lines here");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (tuples.put(key, tuple) != null) {
        problems.add(tuple.getKeyNode(), "'" + key + "' stands twice");
      }
    }
  }

  /// The problems of one file.
  record Problems(String file, List<String> lines) {
    void add(Node at, String what) {
      lines.add(at.getStartMark().map(this::place).orElse(file) + ": " + what + ".");
    }

    String place(Mark mark) {
      return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }
  }

  /// A value that must be there; an empty text, and a problem, if it is not.
  String text(String key, String example) {
    return value(key, example, t -> t).orElse("");
  }

  /// A value that must be there and be readable.
  ///
  /// @param example what to write, for the message
  <T> Optional<T> value(String key, String example, Function<String, T> parse) {
    Optional<T> value = optional(key, parse);
    if (value.isEmpty() && isBlank(key)) {
      problem(key, "'" + key + "' is missing. Maybe '" + key + ": " + example + "'");
    }
    return value;
  }

  private boolean isBlank(String key) {
    NodeTuple tuple = tuples.get(key);
    return tuple == null
        || (tuple.getValueNode() instanceof ScalarNode scalar && scalar.getValue().isBlank());
  }

  /// A value that may be absent or left empty.
  <T> Optional<T> optional(String key, Function<String, T> parse) {
    asked.add(key);
    NodeTuple tuple = tuples.get(key);
    if (tuple == null || isBlank(key)) {
      return Optional.empty();
    }
    if (!(tuple.getValueNode() instanceof ScalarNode scalar)) {
      problems.add(tuple.getValueNode(), "'" + key + "' wants one value, not a list or a mapping");
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(scalar.getValue().strip()));
    } catch (IllegalArgumentException e) {
      problems.add(scalar, "'" + key + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  /// A list of texts; what is empty in it is left out.
  List<String> list(String key) {
    List<String> values = new ArrayList<>();
    for (Node item : items(key)) {
      if (!(item instanceof ScalarNode scalar)) {
        problems.add(item, "'" + key + "' wants a list of texts");
      } else if (!scalar.getValue().isBlank()) {
        values.add(scalar.getValue().strip());
      }
    }
    return values;
  }

  /// A list of mappings.
  List<Fields> mappings(String key) {
    return items(key).stream().map(item -> new Fields(item, problems)).toList();
  }

  private List<Node> items(String key) {
    asked.add(key);
    NodeTuple tuple = tuples.get(key);
    if (tuple == null || isBlank(key)) {
      return List.of();
    }
    Node value = tuple.getValueNode();
    return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
  }

  /// A mapping within this one; absent, with a problem noted, if it is not there.
  Optional<Fields> mapping(String key, String example) {
    asked.add(key);
    NodeTuple tuple = tuples.get(key);
    if (tuple == null || isBlank(key)) {
      problem(key, "'" + key + "' is missing. Maybe '" + key + ":' with " + example);
      return Optional.empty();
    }
    return Optional.of(new Fields(tuple.getValueNode(), problems));
  }

  void problem(String key, String what) {
    NodeTuple tuple = tuples.get(key);
    problems.add(tuple == null ? node : tuple.getKeyNode(), what);
  }

  /// Names every field that nothing asked for.
  void refuseOthers() {
    tuples.forEach((key, tuple) -> {
      if (!asked.contains(key)) {
        problems.add(
            tuple.getKeyNode(),
            "'" + key + "' is not known here; known are " + String.join(", ", asked));
      }
    });
  }
}
