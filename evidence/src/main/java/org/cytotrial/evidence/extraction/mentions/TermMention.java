package org.cytotrial.evidence.extraction.mentions;

/// Where a text names a thing.
///
/// @param start offset in the text that was searched
/// @param end offset behind the name
public record TermMention(Term term, int start, int end) {}
