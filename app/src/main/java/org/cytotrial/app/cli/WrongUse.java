package org.cytotrial.app.cli;

/// Something that the user can mend; its message says how.
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUse(String message) {
    super(message);
  }
}
