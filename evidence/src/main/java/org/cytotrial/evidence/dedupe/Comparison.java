package org.cytotrial.evidence.dedupe;

/// What was found about a pair, how sure (0 to 1), and why, in words.
public record Comparison(Verdict verdict, double score, String why) {
  /// The verdict on a pair, the strongest link first.
  public enum Verdict {
    /// The same paper beyond doubt: a common identifier, or title, authors and place.
    SAME,
    /// The same paper as far as can be seen; something that would prove it is missing.
    PROBABLY_SAME,
    /// A person must look.
    UNSURE,
    /// Nothing says that they are the same.
    DIFFERENT,
    /// Something says that they are not the same.
    CONTRADICTED
  }
}
