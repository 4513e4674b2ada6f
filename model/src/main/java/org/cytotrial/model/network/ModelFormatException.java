package org.cytotrial.model.network;

import java.util.List;
import java.util.stream.Collectors;

/// A model file that cannot be read. The message lists every problem, one a line, ready to print.
public final class ModelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// One problem of a file.
  ///
  /// @param line counted from 1; 0 where the problem has no place
  /// @param column counted from 1; 0 where the problem has no place
  /// @param message a full sentence: what is wrong, what was expected, what to try
  public record Problem(String file, int line, int column, String message) {
    @Override
    public String toString() {
      return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
  }

  private final transient List<Problem> problems;

  public ModelFormatException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// The problems in the order of the file.
  public List<Problem> problems() {
    return problems;
  }
}
