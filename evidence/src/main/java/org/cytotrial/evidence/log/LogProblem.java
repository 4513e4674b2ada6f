package org.cytotrial.evidence.log;

/// Something wrong with a line of a log: where, what, and how to mend it.
public record LogProblem(String file, int line, String what, String cure) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + ". " + cure + ".";
  }
}
