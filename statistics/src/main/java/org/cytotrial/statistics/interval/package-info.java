/// How sure a summary is, and how values spread: intervals of proportions, quantiles, effective
/// sample size; each also for weighted patients. Start at
/// [org.cytotrial.statistics.interval.WilsonInterval#of].
package org.cytotrial.statistics.interval;
