/// Probability distributions that must give the same digits on every platform. Start at
/// [org.cytotrial.statistics.distribution.NormalQuantile#of].
package org.cytotrial.statistics.distribution;
