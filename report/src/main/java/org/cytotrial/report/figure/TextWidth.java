package org.cytotrial.report.figure;

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
}
