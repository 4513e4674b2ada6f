package org.cytotrial.library;

import java.util.List;

/// Tables or models that cannot be used. The message has one problem a line, each with its file and
/// line, ready to print.
public final class LibraryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  public LibraryException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// The problems in the order of the file.
  public List<String> problems() {
    return problems;
  }
}
