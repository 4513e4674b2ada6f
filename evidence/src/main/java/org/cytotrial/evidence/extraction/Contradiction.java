package org.cytotrial.evidence.extraction;

/// Values that cannot all be true, and why.
///
/// @param start offset of the first of them in the text of the document
public record Contradiction(String why, String sentence, int start) {}
