package org.cytotrial.statistics.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cytotrial.statistics.distribution.PValue;
import org.cytotrial.statistics.numeric.Cholesky;

/// Events observed and expected in groups that are all alike: Mantel 1966 (Cancer Chemotherapy
/// Reports 50, 163–170), Peto & Peto 1972 (doi:10.2307/2344317).
///
/// @param observed events in each group
/// @param expected events in each group if all are alike
/// @param variance the covariance matrix of observed minus expected
/// @param chiSquared the statistic
/// @param df degrees of freedom: groups with any expected event, less one
/// @param p of the statistic
public record LogRankTest(
    List<Double> observed,
    List<Double> expected,
    List<List<Double>> variance,
    double chiSquared,
    int df,
    double p) {

  /// Tests patients of whom `group[i]`, from 0 to `groups` − 1, says the group.
  ///
  /// @throws IllegalArgumentException if lengths differ, or there are fewer than two groups
  public static LogRankTest of(double[] times, boolean[] events, int[] group, int groups) {
    if (times.length != events.length || times.length != group.length || groups < 2) {
      throw new IllegalArgumentException(
          "A log-rank test needs a time, an event and a group for each patient, and two groups;"
              + " there are "
              + times.length
              + ", "
              + events.length
              + ", "
              + group.length
              + " and "
              + groups
              + ".");
    }
    double[] equal = EqualTimes.of(times);
    int[] order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> equal[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] atRisk = new double[groups];
    for (int g : group) {
      atRisk[g]++;
    }
    var sums = new Sums(groups);
    for (int from = 0; from < order.length; ) {
      double[] died = new double[groups];
      double[] left = new double[groups];
      int to = from;
      while (to < order.length && equal[order[to]] == equal[order[from]]) {
        int patient = order[to++];
        died[group[patient]] += events[patient] ? 1 : 0;
        left[group[patient]]++;
      }
      sums.add(died, atRisk);
      for (int g = 0; g < groups; g++) {
        atRisk[g] -= left[g];
      }
      from = to;
    }
    return sums.test();
  }

  private static final class Sums {
    private final double[] observed;
    private final double[] expected;
    private final double[][] variance;

    Sums(int groups) {
      observed = new double[groups];
      expected = new double[groups];
      variance = new double[groups][groups];
    }

    void add(double[] died, double[] atRisk) {
      double d = Arrays.stream(died).sum();
      double n = Arrays.stream(atRisk).sum();
      if (d == 0) {
        return;
      }
      double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
      for (int a = 0; a < died.length; a++) {
        observed[a] += died[a];
        expected[a] += d * atRisk[a] / n;
        for (int b = 0; b < died.length; b++) {
          variance[a][b] += spread * atRisk[a] / n * ((a == b ? 1 : 0) - atRisk[b] / n);
        }
      }
    }

    /// All groups but the first that can have an event determine the statistic.
    LogRankTest test() {
      int[] free =
          IntStream.range(0, expected.length).filter(g -> expected[g] > 0).skip(1).toArray();
      double statistic = 0;
      if (free.length > 0) {
        double[] excess = Arrays.stream(free).mapToDouble(g -> observed[g] - expected[g]).toArray();
        double[][] matrix = new double[free.length][free.length];
        for (int a = 0; a < free.length; a++) {
          for (int b = 0; b < free.length; b++) {
            matrix[a][b] = variance[free[a]][free[b]];
          }
        }
        double[] solved = Cholesky.of(matrix).solve(excess);
        for (int a = 0; a < free.length; a++) {
          statistic += excess[a] * solved[a];
        }
      }
      return new LogRankTest(
          list(observed),
          list(expected),
          Arrays.stream(variance).map(Sums::list).toList(),
          statistic,
          free.length,
          free.length == 0 ? Double.NaN : PValue.chiSquared(statistic, free.length));
    }

    private static List<Double> list(double[] values) {
      return Arrays.stream(values).boxed().toList();
    }
  }
}
