package org.cytotrial.evidence.extraction.text;

/// A sentence and where it stands.
///
/// @param start offset of its first character in the text of the document
public record Sentence(String text, int start, Section section) {
  /// The offset behind its last character.
  public int end() {
    return start + text.length();
  }
}
