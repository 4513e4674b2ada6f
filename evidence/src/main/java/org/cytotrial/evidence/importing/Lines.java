package org.cytotrial.evidence.importing;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Lines with their numbers, and one line of looking ahead.
final class Lines {
  private final BufferedReader reader;
  private @Nullable String ahead;
  private long number;

  Lines(BufferedReader reader) {
    this.reader = reader;
  }

  /// The next line without its end, or null at the end of the file.
  @Nullable String next() throws IOException {
    String line = ahead == null ? readLine() : ahead;
    ahead = null;
    if (line != null) {
      number++;
    }
    return line;
  }

  /// The line that [#next] will give.
  @Nullable String peek() throws IOException {
    if (ahead == null) {
      ahead = readLine();
    }
    return ahead;
  }

  /// The number of the line given last, from 1.
  long number() {
    return number;
  }

  private @Nullable String readLine() throws IOException {
    String line = reader.readLine();
    return line != null && !line.isEmpty() && line.charAt(0) == '\ufeff' ? line.substring(1) : line;
  }
}
