package org.cytotrial.evidence.search.online;

/// A search that could not be done; the message says what to try. It never holds a key.
public final class SearchException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public SearchException(String message) {
    super(message);
  }

  public SearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
