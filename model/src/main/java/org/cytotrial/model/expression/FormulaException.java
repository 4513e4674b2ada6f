package org.cytotrial.model.expression;

/// A formula that cannot be read. [#position()] counts characters from 0, so that a reader of files
/// can add its line.
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int position;
  private final String what;

  public FormulaException(String formula, int position, String what) {
    super("Formula '%s', character %d: %s.".formatted(formula, position + 1, what));
    this.position = position;
    this.what = what;
  }

  public int position() {
    return position;
  }

  /// What is wrong, without the formula.
  public String what() {
    return what;
  }
}
