package org.cytotrial.statistics.survival;

import java.util.Arrays;

/// Makes times equal that differ by rounding only (7.1 − 3 and 4.1), as R's survival does, so that
/// ties are ties.
final class EqualTimes {
  private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  private EqualTimes() {}

  /// The times, each of a run within the tolerance replaced by the first of it.
  static double[] of(double[] times) {
    double[] sorted = Arrays.stream(times).sorted().distinct().toArray();
    double mean = Arrays.stream(sorted).map(Math::abs).average().orElse(0);
    double[] leaders = sorted.clone();
    for (int i = 1; i < sorted.length; i++) {
      double gap = sorted[i] - sorted[i - 1];
      if (gap <= TOLERANCE || (mean > 0 && gap / mean <= TOLERANCE)) {
        leaders[i] = leaders[i - 1];
      }
    }
    return Arrays.stream(times).map(t -> leaders[Arrays.binarySearch(sorted, t)]).toArray();
  }
}
