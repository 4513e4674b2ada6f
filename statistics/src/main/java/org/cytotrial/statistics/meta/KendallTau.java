package org.cytotrial.statistics.meta;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cytotrial.statistics.distribution.PValue;

/// Kendall's rank correlation τ-b and its two-sided test (Kendall 1938,
/// doi:10.1093/biomet/30.1-2.81): exact without ties, by the normal approximation with them.
///
/// @param tau from −1 to 1
/// @param p two-sided
public record KendallTau(double tau, double p) {
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

  /// Of two lists of values, pair by pair.
  ///
  /// @throws ArithmeticException if there are fewer than two pairs, or all values of one side are
  ///   equal
  public static KendallTau of(double[] x, double[] y) {
    int n = x.length;
    double concordance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        concordance += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }
    double pairs = n * (n - 1.0) / 2;
    double[] repeatsX = groups(x, false);
    double[] repeatsY = groups(y, false);
    double tau = concordance / scale(pairs, Ties.of(repeatsX), Ties.of(repeatsY));
    if (n < 2 || Double.isNaN(tau) || Double.isInfinite(tau)) {
      throw new ArithmeticException(
          "A rank correlation needs at least two different values on each side.");
    }
    if (repeatsX.length == 0 && repeatsY.length == 0) {
      return new KendallTau(tau, exact((pairs + concordance) / 2, n));
    }
    Ties tiesX = Ties.of(groups(x, true));
    Ties tiesY = Ties.of(groups(y, true));
    double statistic = tau * scale(pairs, tiesX, tiesY);
    return new KendallTau(tau, PValue.normal(statistic / Math.sqrt(variance(n, tiesX, tiesY))));
  }

  private static double scale(double pairs, Ties x, Ties y) {
    return Math.sqrt((pairs - x.pairs / 2) * (pairs - y.pairs / 2));
  }

  /// Sums over groups of t equal values: t(t−1), t(t−1)(t−2), t(t−1)(2t+5).
  private record Ties(double pairs, double triples, double variance) {
    static Ties of(double[] groups) {
      double pairs = 0;
      double triples = 0;
      double variance = 0;
      for (double t : groups) {
        pairs += t * (t - 1);
        triples += t * (t - 1) * (t - 2);
        variance += t * (t - 1) * (2 * t + 5);
      }
      return new Ties(pairs, triples, variance);
    }
  }

  /// The sizes of the groups of equal values. As R has it for the variance of the test, groups that
  /// differ only beyond 15 digits may be counted as one, less one value for each group that is
  /// merged into another.
  private static double[] groups(double[] values, boolean merged) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    SortedMap<Double, Integer> repeats = new TreeMap<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        double key =
            merged ? new BigDecimal(sorted[i]).round(FIFTEEN_DIGITS).doubleValue() : sorted[i];
        repeats.merge(key, 1, Integer::sum);
      }
    }
    return repeats.values().stream().mapToDouble(count -> count + 1.0).toArray();
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
