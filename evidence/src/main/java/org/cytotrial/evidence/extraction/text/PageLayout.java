package org.cytotrial.evidence.extraction.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// Puts the words of a page into reading order and into paragraphs.
final class PageLayout {
  /// A gutter is crossed by at most this share of the lines.
  private static final double CROSSED = 0.25;

  /// Lines further apart than this many line heights belong to different paragraphs.
  private static final double PARAGRAPH_GAP = 1.6;

  /// What is written with a hyphen also within a line, when its second half begins small.
  private static final Set<String> KEPT_HYPHENS =
      Set.of(
          "non",
          "progression",
          "disease",
          "event",
          "relapse",
          "recurrence",
          "high",
          "low",
          "double",
          "single",
          "placebo",
          "first",
          "second",
          "third",
          "follow",
          "long",
          "short",
          "dose",
          "post",
          "pre",
          "anti",
          "self",
          "well",
          "open",
          "multi",
          "intention",
          "treatment",
          "quality",
          "health",
          "re",
          "co",
          "metastasis",
          "failure",
          "two",
          "three",
          "four",
          "five",
          "six",
          "one");

  private PageLayout() {}

  /// A word on a page; lengths in points, y downwards.
  record Word(String text, double left, double right, double y, double size) {}

  private record Line(List<Word> words) {
    double y() {
      return words.getFirst().y();
    }

    double size() {
      return words.getFirst().size();
    }

    double left() {
      return words.getFirst().left();
    }

    double right() {
      return words.getLast().right();
    }
  }

  /// Appends the paragraphs of a page. A paragraph that the page before left open goes on.
  static void paragraphs(List<Word> words, List<String> paragraphs) {
    if (words.isEmpty()) {
      return;
    }
    List<Line> lines = lines(words);
    OptionalDouble gutter = gutter(lines);
    List<List<Line>> columns = new ArrayList<>();
    if (gutter.isEmpty()) {
      columns.add(lines);
    } else {
      inColumns(lines, gutter.getAsDouble(), columns);
    }
    var text = new ParagraphText(paragraphs);
    columns.forEach(column -> addColumn(column, text));
    text.end();
  }

  private static List<Line> lines(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(Word::y));
    List<List<Word>> rows = new ArrayList<>();
    for (Word word : sorted) {
      if (rows.isEmpty() || word.y() - rows.getLast().getFirst().y() > 0.5 * word.size()) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(word);
    }
    rows.forEach(row -> row.sort(Comparator.comparingDouble(Word::left)));
    return rows.stream().map(Line::new).toList();
  }

  /// Where the page is divided into two columns: the place near its middle that the fewest lines
  /// write across, if there is text on both sides of it.
  private static OptionalDouble gutter(List<Line> lines) {
    double left = lines.stream().mapToDouble(Line::left).min().orElse(0);
    double right = lines.stream().mapToDouble(Line::right).max().orElse(0);
    double best = Double.NaN;
    long fewest = Long.MAX_VALUE;
    for (double x = left + 0.35 * (right - left); x < left + 0.65 * (right - left); x += 2) {
      double at = x;
      long crossing = lines.stream().filter(l -> crosses(l, at)).count();
      if (crossing < fewest) {
        fewest = crossing;
        best = x;
      }
    }
    double at = best;
    long both =
        lines.stream().filter(l -> l.left() < at && l.right() > at && !crosses(l, at)).count();
    boolean divided = fewest <= CROSSED * lines.size() && both >= 0.3 * lines.size() && both >= 3;
    return divided ? OptionalDouble.of(best) : OptionalDouble.empty();
  }

  /// Whether a line is written across `x`: no gap there wider than a space.
  private static boolean crosses(Line line, double x) {
    for (int i = 0; i < line.words().size(); i++) {
      Word word = line.words().get(i);
      if (word.left() <= x && x <= word.right()) {
        return true;
      }
      if (i > 0 && line.words().get(i - 1).right() < x && x < word.left()) {
        return word.left() - line.words().get(i - 1).right() < 0.8 * word.size();
      }
    }
    return false;
  }

  private static void inColumns(List<Line> lines, double gutter, List<List<Line>> columns) {
    List<Line> left = new ArrayList<>();
    List<Line> right = new ArrayList<>();
    for (Line line : lines) {
      if (crosses(line, gutter)) {
        flush(left, right, columns);
        columns.add(List.of(line));
      } else {
        part(line, gutter, true, left);
        part(line, gutter, false, right);
      }
    }
    flush(left, right, columns);
  }

  private static void part(Line line, double gutter, boolean isLeft, List<Line> column) {
    List<Word> words = line.words().stream().filter(w -> w.right() < gutter == isLeft).toList();
    if (!words.isEmpty()) {
      column.add(new Line(words));
    }
  }

  private static void flush(List<Line> left, List<Line> right, List<List<Line>> columns) {
    columns.add(List.copyOf(left));
    columns.add(List.copyOf(right));
    left.clear();
    right.clear();
  }

  private static void addColumn(List<Line> column, ParagraphText text) {
    double y = Double.NaN;
    double pitch = pitch(column);
    for (Line line : column) {
      if (line.y() - y > PARAGRAPH_GAP * pitch) {
        text.end();
      }
      text.add(line.words());
      y = line.y();
    }
  }

  /// The usual distance of two lines.
  private static double pitch(List<Line> column) {
    double[] gaps = new double[Math.max(0, column.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = column.get(i + 1).y() - column.get(i).y();
    }
    java.util.Arrays.sort(gaps);
    double size = column.isEmpty() ? 10 : column.getFirst().size();
    return gaps.length == 0 ? 1.2 * size : Math.min(gaps[gaps.length / 2], 2 * size);
  }

  private static final class ParagraphText {
    private final List<String> paragraphs;
    private final StringBuilder current = new StringBuilder();

    ParagraphText(List<String> paragraphs) {
      this.paragraphs = paragraphs;
    }

    void add(List<Word> words) {
      String line = String.join(" ", words.stream().map(Word::text).toList());
      if (current.isEmpty()) {
        current.append(line);
      } else if (current.charAt(current.length() - 1) == '-') {
        join(line);
      } else {
        current.append(' ').append(line);
      }
    }

    private void join(String line) {
      int from = current.length() - 1;
      while (from > 0 && Character.isLetter(current.charAt(from - 1))) {
        from--;
      }
      String half = current.substring(from, current.length() - 1);
      boolean broken =
          half.length() > 1
              && half.equals(half.toLowerCase(java.util.Locale.ROOT))
              && Character.isLowerCase(line.charAt(0))
              && !KEPT_HYPHENS.contains(half);
      if (broken) {
        current.setLength(current.length() - 1);
      }
      current.append(line);
    }

    /// Ends a paragraph; one that goes on from the column or page before is joined to it.
    void end() {
      if (current.isEmpty()) {
        return;
      }
      String text = current.toString();
      current.setLength(0);
      if (!paragraphs.isEmpty()
          && Character.isLowerCase(text.charAt(0))
          && !paragraphs.getLast().endsWith(".")) {
        paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + " " + text);
      } else {
        paragraphs.add(text);
      }
    }
  }
}
