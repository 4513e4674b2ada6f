package org.cytotrial.evidence.records;

/// Where a record was read: the file, which record of it (from 1), and the line it begins on.
public record SourcePosition(String file, int number, long line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
