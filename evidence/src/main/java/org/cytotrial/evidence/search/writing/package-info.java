/// From the tree of a strategy to the text that a database takes, with a note for everything that
/// it cannot take as it was meant. Start at [StrategyWriter].
@org.jspecify.annotations.NullMarked
package org.cytotrial.evidence.search.writing;
