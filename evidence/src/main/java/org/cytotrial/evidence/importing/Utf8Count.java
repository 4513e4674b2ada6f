package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.io.InputStream;

/// How much of a file is UTF-8: characters of several bytes, bytes that belong to none, and the
/// line of the first of these.
record Utf8Count(long multibyte, long invalid, long firstInvalidLine) {

  static Utf8Count of(InputStream in) throws IOException {
    long multibyte = 0;
    long invalid = 0;
    long line = 1;
    long firstLine = 0;
    int b = in.read();
    while (b >= 0) {
      int follow = following(b);
      if (b == '\n') {
        line++;
      }
      b = follow <= 0 ? in.read() : -2;
      if (follow < 0) {
        invalid++;
        firstLine = firstLine == 0 ? line : firstLine;
      }
      int left = follow;
      while (left > 0) {
        b = in.read();
        if (b < 0x80 || b > 0xbf) {
          break;
        }
        left--;
      }
      if (follow > 0 && left == 0) {
        multibyte++;
        b = in.read();
      } else if (follow > 0) {
        invalid++;
        firstLine = firstLine == 0 ? line : firstLine;
      }
    }
    return new Utf8Count(multibyte, invalid, firstLine);
  }

  /// How many bytes follow a first byte; -1 for a byte that cannot be first.
  static int following(int first) {
    if (first < 0x80) {
      return 0;
    }
    if (first >= 0xc2 && first <= 0xdf) {
      return 1;
    }
    if (first >= 0xe0 && first <= 0xef) {
      return 2;
    }
    return first >= 0xf0 && first <= 0xf4 ? 3 : -1;
  }
}
