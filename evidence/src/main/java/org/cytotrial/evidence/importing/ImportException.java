package org.cytotrial.evidence.importing;

/// A file that cannot be imported; the message says what it is and what to do.
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImportException(String message) {
    super(message);
  }
}
