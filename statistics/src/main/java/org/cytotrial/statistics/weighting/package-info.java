/// Weights that make a set of virtual patients meet published results while changing it as little
/// as possible. Start at [org.cytotrial.statistics.weighting.MaximumEntropyWeights#find].
package org.cytotrial.statistics.weighting;
