package org.cytotrial.statistics.meta;

import java.util.Arrays;
import org.cytotrial.statistics.distribution.PValue;

/// Kendall's rank correlation τ-b and its two-sided test (Kendall 1938, doi:10.1093/biomet/30.1-2.81): exact without ties, by
/// the normal approximation with them.
///
/// @param tau from −1 to 1
/// @param p two-sided
public record KendallTau(double tau, double p) {

  /// Of two lists of values, pair by pair.
  ///
  /// @throws ArithmeticException if there are fewer than two pairs, or all values of one side are equal
  public static KendallTau of(double[] x, double[] y) {
    int n = x.length;
    double concordance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        concordance += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }
    Ties tiesX = Ties.of(x);
    Ties tiesY = Ties.of(y);
    double pairs = n * (n - 1.0) / 2;
    double tau = concordance / Math.sqrt((pairs - tiesX.pairs / 2) * (pairs - tiesY.pairs / 2));
    if (n < 2 || Double.isNaN(tau) || Double.isInfinite(tau)) {
      throw new ArithmeticException("A rank correlation needs at least two different values on each side.");
    }
    return new KendallTau(
        tau,
        tiesX.pairs == 0 && tiesY.pairs == 0
            ? exact((pairs + concordance) / 2, n)
            : PValue.normal(concordance / Math.sqrt(variance(n, tiesX, tiesY))));
  }

  /// Sums over groups of t equal values: t(t−1), t(t−1)(t−2), t(t−1)(2t+5).
  private record Ties(double pairs, double triples, double variance) {
    static Ties of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double pairs = 0;
      double triples = 0;
      double variance = 0;
      for (int from = 0; from < sorted.length; ) {
        int to = from;
        while (to < sorted.length && sorted[to] == sorted[from]) {
          to++;
        }
        double t = to - from;
        pairs += t * (t - 1);
        triples += t * (t - 1) * (t - 2);
        variance += t * (t - 1) * (2 * t + 5);
        from = to;
      }
      return new Ties(pairs, triples, variance);
    }
  }

  private static double variance(double n, Ties x, Ties y) {
    double all = n * (n - 1) * (2 * n + 5);
    return (all - x.variance - y.variance) / 18
        + x.pairs * y.pairs / (2 * n * (n - 1))
        + (n > 2 ? x.triples * y.triples / (9 * n * (n - 1) * (n - 2)) : 0);
  }

  /// Twice the smaller tail of the number of concordant pairs among all orders of n values.
  private static double exact(double concordantPairs, int n) {
    int most = n * (n - 1) / 2;
    double[] share = {1};
    for (int i = 2; i <= n; i++) {
      double[] next = new double[share.length + i - 1];
      for (int a = 0; a < share.length; a++) {
        for (int b = 0; b < i; b++) {
          next[a + b] += share[a] / i;
        }
      }
      share = next;
    }
    int concordant = (int) Math.round(concordantPairs);
    int less = Math.min(concordant, most - concordant);
    double tail = 0;
    for (int i = 0; i <= less; i++) {
      tail += share[i];
    }
    return Math.min(1, 2 * tail);
  }
}
