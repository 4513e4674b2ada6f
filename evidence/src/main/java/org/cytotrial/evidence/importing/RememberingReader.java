package org.cytotrial.evidence.importing;

import java.io.IOException;
import java.io.Reader;

/// Passes characters on and remembers those since the last record, so that a record's text can be
/// kept as it was. Characters that no XML may hold become spaces, and are counted.
final class RememberingReader extends Reader {
  private final Reader in;
  private final StringBuilder since = new StringBuilder();
  private long begin;
  private long replaced;

  RememberingReader(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    for (int i = offset; i < offset + n; i++) {
      char c = buffer[i];
      if ((c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == '\ufffe' || c == '\uffff') {
        buffer[i] = ' ';
        replaced++;
      }
    }
    if (n > 0) {
      since.append(buffer, offset, n);
    }
    return n;
  }

  /// The text from the last start of an element before `from` up to `to`, both as the parser counts
  /// characters (in 32 bits); what is before it is forgotten.
  String take(String element, int from, int to) {
    int start = Math.clamp(from - (int) begin, 0, since.length());
    int end = Math.clamp(to - (int) begin, start, since.length());
    int open = since.lastIndexOf("<" + element, start);
    String text = since.substring(open < 0 ? start : open, end);
    since.delete(0, end);
    begin += end;
    return text;
  }

  long replaced() {
    return replaced;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
