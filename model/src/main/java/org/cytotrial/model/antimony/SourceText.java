package org.cytotrial.model.antimony;

import java.util.Arrays;
import org.cytotrial.model.network.ModelFormatException.Problem;

/// One file with its comments blanked out, so that every character keeps its line and column.
record SourceText(String file, String text) {
  private static final String FENCE = "```";

  static SourceText of(String file, String raw) {
    return new SourceText(file, withoutComments(raw));
  }

  Passage whole() {
    return new Passage(this, 0, text.length());
  }

  Problem problem(int offset, String message) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Problem(file, line, offset - lineStart + 1, message);
  }

  private static String withoutComments(String raw) {
    char[] kept = raw.toCharArray();
    int i = 0;
    while (i < kept.length) {
      int end = i + 1;
      if (raw.startsWith(FENCE, i)) {
        end = quoteInPlaceOfFence(raw, kept, i);
      } else if (kept[i] == '"') {
        end = endOfQuote(raw, i);
      } else if (kept[i] == '#' || raw.startsWith("//", i)) {
        end = until(raw, "\n", i);
        Arrays.fill(kept, i, end, ' ');
      } else if (raw.startsWith("/*", i)) {
        int close = raw.indexOf("*/", i + 2);
        end = close < 0 ? kept.length : close + 2;
        blankKeepingLines(kept, i, end);
      }
      i = end;
    }
    return new String(kept).replace('\t', ' ').replace('\r', ' ');
  }

  /// A note between fences becomes one long quotation.
  private static int quoteInPlaceOfFence(String raw, char[] kept, int from) {
    int close = raw.indexOf(FENCE, from + FENCE.length());
    int end = close < 0 ? kept.length : close + FENCE.length();
    blankKeepingLines(kept, from, end);
    kept[from] = '"';
    kept[end - 1] = '"';
    return end;
  }

  private static int endOfQuote(String raw, int from) {
    int close = raw.indexOf('"', from + 1);
    return close < 0 ? raw.length() : close + 1;
  }

  private static int until(String raw, String mark, int from) {
    int at = raw.indexOf(mark, from);
    return at < 0 ? raw.length() : at;
  }

  private static void blankKeepingLines(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] != '\n') {
        text[i] = ' ';
      }
    }
  }
}
