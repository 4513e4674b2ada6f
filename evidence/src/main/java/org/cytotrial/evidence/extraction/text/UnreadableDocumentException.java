package org.cytotrial.evidence.extraction.text;

/// A document of which no text can be had; the message says why and what to do.
public final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableDocumentException(String message) {
    super(message);
  }

  UnreadableDocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
