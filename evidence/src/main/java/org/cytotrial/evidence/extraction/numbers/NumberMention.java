package org.cytotrial.evidence.extraction.numbers;

/// A number in a sentence, in digits or in words.
///
/// @param start offset in the sentence
/// @param end offset behind its last character, without a percent sign
/// @param percent whether it is a percentage, also when the sign stands behind a later number of
///   its list only
/// @param words whether it is written in words
public record NumberMention(double value, int start, int end, boolean percent, boolean words) {
  /// Whether it could count something.
  public boolean isCount() {
    return !percent && value == Math.rint(value) && value >= 0;
  }
}
