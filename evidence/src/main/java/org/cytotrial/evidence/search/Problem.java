package org.cytotrial.evidence.search;

/// What is wrong with a strategy, and where.
///
/// An `ERROR` means that the strategy as printed has no certain meaning: the tree holds what most
/// likely was meant, and the message says what that is.
public record Problem(Severity severity, Place place, String message) {

  /// How bad it is.
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /// The problem as one line in the manner of a compiler.
  public String in(String file) {
    return "%s:%s: %s: %s"
        .formatted(file, place, severity.name().toLowerCase(java.util.Locale.ROOT), message);
  }
}
