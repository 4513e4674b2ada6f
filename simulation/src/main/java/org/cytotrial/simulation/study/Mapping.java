package org.cytotrial.simulation.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/// A YAML mapping read field by field. Problems are collected with their place; a field that cannot
/// be read yields the fallback, so that reading goes on and finds the others.
final class Mapping {
  private final Problems problems;
  private final Node node;
  private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  Mapping(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, "expected 'key: value' lines here");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (fields.put(key, tuple) != null) {
        problems.add(tuple.getKeyNode(), "'" + key + "' stands twice");
      }
    }
  }

  /// Problems of one file.
  static final class Problems {
    private final String file;
    private final List<String> lines = new ArrayList<>();

    Problems(String file) {
      this.file = file;
    }

    void add(Node node, String what) {
      lines.add(place(node) + ": " + what + ".");
    }

    void addLine(String line) {
      lines.add(line);
    }

    String file() {
      return file;
    }

    String place(Node node) {
      return node.getStartMark().map(this::place).orElse(file);
    }

    String place(Mark mark) {
      return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    List<String> lines() {
      return lines;
    }

    boolean isEmpty() {
      return lines.isEmpty();
    }
  }

  String where() {
    return problems.place(node);
  }

  /// Whether the field stands in the file.
  boolean has(String key) {
    asked.add(key);
    return fields.containsKey(key);
  }

  /// A field that must be there.
  <T> T required(String key, Function<String, T> parse, T fallback) {
    asked.add(key);
    if (!fields.containsKey(key)) {
      problems.add(node, "'" + key + "' is missing");
      return fallback;
    }
    return optional(key, parse).orElse(fallback);
  }

  /// A field that may be absent; also empty, with a problem noted, if it cannot be read.
  <T> Optional<T> optional(String key, Function<String, T> parse) {
    asked.add(key);
    NodeTuple tuple = fields.get(key);
    if (tuple == null) {
      return Optional.empty();
    }
    if (!(tuple.getValueNode() instanceof ScalarNode scalar)) {
      problems.add(tuple.getValueNode(), "'" + key + "' wants one value, not a list or a mapping");
      return Optional.empty();
    }
    return parsed(key, scalar, parse);
  }

  /// A list of values, written as a YAML sequence or with commas.
  <T> List<T> list(String key, Function<String, T> parse) {
    asked.add(key);
    NodeTuple tuple = fields.get(key);
    if (tuple == null) {
      return List.of();
    }
    List<T> values = new ArrayList<>();
    for (Node item : items(tuple.getValueNode())) {
      if (item instanceof ScalarNode scalar) {
        parsed(key, scalar, parse).ifPresent(values::add);
      } else {
        problems.add(item, "'" + key + "' wants a list of values");
      }
    }
    return values;
  }

  private <T> Optional<T> parsed(String key, ScalarNode scalar, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(scalar.getValue()));
    } catch (IllegalArgumentException e) {
      problems.add(scalar, "'" + key + "': " + withoutStop(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private static String withoutStop(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private static List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  /// A required value with its place.
  Located located(String key) {
    String text = required(key, t -> t, "");
    NodeTuple tuple = fields.get(key);
    return new Located(text, problems.place(tuple == null ? node : tuple.getValueNode()));
  }

  /// A list of values with their places.
  List<Located> locatedList(String key) {
    asked.add(key);
    NodeTuple tuple = fields.get(key);
    List<Located> values = new ArrayList<>();
    for (Node item : tuple == null ? List.<Node>of() : items(tuple.getValueNode())) {
      if (item instanceof ScalarNode scalar) {
        values.add(new Located(scalar.getValue(), problems.place(scalar)));
      } else {
        problems.add(item, "'" + key + "' wants a list of values");
      }
    }
    return values;
  }

  /// A list of mappings; empty if the field is absent.
  List<Mapping> mappings(String key) {
    asked.add(key);
    NodeTuple tuple = fields.get(key);
    if (tuple == null) {
      return List.of();
    }
    if (!(tuple.getValueNode() instanceof SequenceNode sequence)) {
      problems.add(tuple.getValueNode(), "'" + key + "' wants a list of '- key: value' items");
      return List.of();
    }
    return sequence.getValue().stream().map(item -> new Mapping(item, problems)).toList();
  }

  /// A mapping within this one.
  Optional<Mapping> mapping(String key) {
    asked.add(key);
    return Optional.ofNullable(fields.get(key)).map(t -> new Mapping(t.getValueNode(), problems));
  }

  /// Notes a problem at a field.
  void problem(String key, String what) {
    NodeTuple tuple = fields.get(key);
    problems.add(tuple == null ? node : tuple.getValueNode(), what);
  }

  /// Names every field that nothing asked for.
  void refuseOthers() {
    fields.forEach((key, tuple) -> {
      if (!asked.contains(key)) {
        problems.add(
            tuple.getKeyNode(),
            "'"
                + key
                + "' is not known here; known are "
                + String.join(", ", asked.stream().sorted().toList()));
      }
    });
  }
}
