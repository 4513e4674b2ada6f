package org.cytotrial.simulation.study;

import java.util.List;

/// Everything that is wrong with a study file, one line each, with file, line and column.
public final class StudyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  public StudyException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
