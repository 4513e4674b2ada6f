package org.cytotrial.benchmarks.screening;

import java.util.List;

/// How early the relevant records were shown, by the definitions of the contract.
///
/// @param records the number without priors
/// @param positions the positions of the relevant ones, from 1, in increasing order
record ScreeningScore(int records, List<Integer> positions) {
  /// The area above the curve of recall, from 0 (best) to 1 (worst).
  double loss() {
    double n = records;
    double r = positions.size();
    double sum = positions.stream().mapToDouble(p -> n + 1 - p).sum();
    return (r * (n - (r - 1) / 2) - sum) / (r * (n - r));
  }

  /// The share found in the first tenth.
  double foundInTenth() {
    long early = positions.stream().filter(p -> p <= records / 10).count();
    return (double) early / positions.size();
  }

  /// The share read when so much of the relevant was found.
  double shareReadFor(double recall) {
    int needed = (int) Math.ceil(recall * positions.size() - 1e-9);
    return (double) positions.get(needed - 1) / records;
  }
}
