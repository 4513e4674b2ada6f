/// From the text of a strategy to its tree. Start at [StrategyReader].
@org.jspecify.annotations.NullMarked
package org.cytotrial.evidence.search.reading;
