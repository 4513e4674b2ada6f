package org.cytotrial.evidence.search;

/// Where something stands in the text of a strategy: line and column, both from 1.
public record Place(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
