/// Which records of a file a strategy finds, word by word and without any index: to see whether
/// known studies are found, and to check translations. Start at [StrategyMatcher].
@org.jspecify.annotations.NullMarked
package org.cytotrial.evidence.search.matching;
