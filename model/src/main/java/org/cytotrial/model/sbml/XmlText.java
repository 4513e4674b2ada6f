package org.cytotrial.model.sbml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes indented XML, attributes in the order given.
final class XmlText {
  /// Attributes in order; those without a value are left out.
  static final class Tag {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private Tag(String name) {
      this.name = name;
    }

    static Tag of(String name) {
      return new Tag(name);
    }

    Tag with(String attribute, String value) {
      attributes.put(attribute, value);
      return this;
    }

    Tag with(String attribute, boolean value) {
      return with(attribute, Boolean.toString(value));
    }

    /// A number; NaN, which stands for none, is left out.
    Tag with(String attribute, double value) {
      return Double.isNaN(value) ? this : with(attribute, number(value));
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final int depth;

  /// A part of a document, below `depth` open elements.
  XmlText(int depth) {
    this.depth = depth;
  }

  static XmlText document() {
    var xml = new XmlText(0);
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    return xml;
  }

  /// Adds a part that was written on its own.
  void add(XmlText part) {
    text.append(part.text);
  }

  void start(Tag tag) {
    line(opened(tag) + ">");
    open.push(tag.name);
  }

  void start(String name) {
    start(Tag.of(name));
  }

  void empty(Tag tag) {
    line(opened(tag) + "/>");
  }

  void empty(String name) {
    empty(Tag.of(name));
  }

  void leaf(Tag tag, String content) {
    line(opened(tag) + ">" + escaped(content) + "</" + tag.name + ">");
  }

  /// A number in two parts, as MathML writes `1e-9`.
  void number(Tag tag, String first, String second) {
    line(opened(tag) + "> " + first + " <sep/> " + second + " </" + tag.name + ">");
  }

  void end() {
    String name = open.pop();
    line("</" + name + ">");
  }

  /// A double as XML Schema writes it, whole numbers without a point.
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e9;
    boolean isNegativeZero = value == 0 && 1 / value < 0;
    return isWhole && !isNegativeZero ? Long.toString((long) value) : Double.toString(value);
  }

  private void line(String content) {
    text.append("  ".repeat(depth + open.size())).append(content).append('\n');
  }

  private static String opened(Tag tag) {
    var start = new StringBuilder("<").append(tag.name);
    tag.attributes.forEach((name, value) ->
        start.append(' ').append(name).append("=\"").append(escaped(value)).append('"'));
    return start.toString();
  }

  private static String escaped(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
