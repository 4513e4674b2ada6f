package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;

/// Plain text in lines of bounded width. Every character counts as one column.
final class Lines {
  private final int width;
  private final List<String> lines = new ArrayList<>();

  Lines(int width) {
    this.width = width;
  }

  /// A line cut with an ellipsis if it is too long.
  Lines add(String line) {
    lines.add(fit(line, width).stripTrailing());
    return this;
  }

  Lines blank() {
    return add("");
  }

  /// Breaks a paragraph at spaces. Spaces before its first word stay; lines after the first begin
  /// with `hang` spaces.
  Lines wrap(String paragraph, int hang) {
    String words = paragraph.strip();
    StringBuilder line = new StringBuilder(" ".repeat(paragraph.indexOf(words)));
    boolean begins = true;
    for (String word : words.split(" ", -1)) {
      if (!begins && line.length() + 1 + word.length() > width) {
        add(line.toString());
        line = new StringBuilder(" ".repeat(hang));
        begins = true;
      }
      line.append(begins ? "" : " ").append(word);
      begins = false;
    }
    return add(line.toString());
  }

  /// A text in a column.
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length()));
  }

  static String fit(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, Math.max(0, columns - 1)) + "…";
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
