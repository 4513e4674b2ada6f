/// The few numerical methods that estimators here share: roots, minima, small linear systems,
/// second derivatives. Start at [org.cytotrial.statistics.numeric.Root#between]. Not exported.
package org.cytotrial.statistics.numeric;
