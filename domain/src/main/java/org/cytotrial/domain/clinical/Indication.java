package org.cytotrial.domain.clinical;

/// A disease as a study names it.
///
/// @param population how virtual patients are drawn: `default`
/// @param firstVisit id of the ledger parameter with the day of the first visit after baseline
public record Indication(String name, String population, String firstVisit, String citation) {}
