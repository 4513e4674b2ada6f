package org.cytotrial.evidence.screening;

/// What may be said of the relevant records after some were shown.
///
/// @param shown records shown
/// @param found relevant ones among them
/// @param recallAtLeast lower bound of the share of the relevant records that was found, with the
///   rule's confidence; 0 where nothing can be said, 1 when all were shown
/// @param relevantAtMost upper bound of the number of relevant records in all
public record StoppingAdvice(
    int shown, int found, double recallAtLeast, int relevantAtMost, Verdict verdict) {
  /// What to do.
  public enum Verdict {
    /// The wanted recall is reached with the wanted confidence.
    MAY_STOP,
    /// Not yet.
    GO_ON,
    /// Too few relevant records were found to certify the wanted recall before nearly all are read.
    CANNOT_CERTIFY
  }
}
