package org.cytotrial.simulation.response;

/// A RECIST 1.1 response category.
public enum Response {
  CR("complete response"),
  PR("partial response"),
  SD("stable disease"),
  PD("progressive disease");

  private final String text;

  Response(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /// Whether it counts as an objective response.
  public boolean isObjective() {
    return this == CR || this == PR;
  }
}
