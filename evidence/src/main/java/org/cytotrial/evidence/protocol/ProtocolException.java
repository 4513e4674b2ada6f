package org.cytotrial.evidence.protocol;

import java.util.List;

/// Everything that is wrong with a protocol, one line each, with file, line and column.
public final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ProtocolException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
