package org.cytotrial.evidence.extraction.values;

/// A value suggested by a rule, with the sentence it was read from.
///
/// @param value normalised: a number in the unit, or a word of our vocabulary
/// @param unit empty where there is none
/// @param arm the words that name the arm it belongs to; empty where the sentence does not say
/// @param start offset of the words read, in the text of the document
/// @param end offset behind them
/// @param confidence how sure the rule is, from 0 to 1: a rank, not a probability
public record ExtractedValue(
    ExtractionField field,
    String value,
    String unit,
    String arm,
    String sentence,
    int start,
    int end,
    double confidence) {}
