package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;

/// About how wide text will be in Helvetica or Arial: a figure is laid out before anyone knows the
/// reader's fonts.
final class TextWidth {
  private TextWidth() {}

  /// Pixels, rather too many than too few.
  static double of(String text, double size) {
    double em = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("iljtfrI.,:;'|!()[]/ \u00a0-".indexOf(c) >= 0) {
        em += 0.34;
      } else if ("mwMW%@—…".indexOf(c) >= 0) {
        em += 0.9;
      } else {
        em += Character.isUpperCase(c) ? 0.7 : 0.57;
      }
    }
    return em * size;
  }

  /// The text, or as much of its beginning as fits followed by an ellipsis.
  static String fit(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && of(text.substring(0, end) + "…", size) > width) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }

  /// The text in lines of at most so many pixels.
  static List<String> wrap(String text, double size, double width) {
    return wrap(text, size, width, width);
  }

  /// The text in lines, where the first has another width than those that follow. Breaks at spaces,
  /// and within a word that is wider than its line.
  static List<String> wrap(String text, double size, double first, double later) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && of(longer, size) > (lines.isEmpty() ? first : later)) {
        lines.add(line);
        longer = word;
      }
      int end = fitting(longer, size, lines.isEmpty() ? first : later);
      while (end < longer.length()) {
        lines.add(longer.substring(0, end));
        longer = longer.substring(end);
        end = fitting(longer, size, later);
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  /// How many letters fit on a line; at least one, and no half of a surrogate pair.
  private static int fitting(String text, double size, double width) {
    int end = text.length();
    while (end > 1 && of(text.substring(0, end), size) > width) {
      end -= end > 2 && Character.isLowSurrogate(text.charAt(end - 1)) ? 2 : 1;
    }
    return end;
  }
}
