package org.cytotrial.evidence.log;

import java.nio.file.Path;

/// A file that is being written to already; the message says what to do.
public final class LogInUseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LogInUseException(Path path) {
    super(
        "'"
            + path
            + "' is in use: another cytotrial is writing to it. End that one first; two people each"
            + " use their own name (--as NAME) and do not disturb each other.");
  }
}
