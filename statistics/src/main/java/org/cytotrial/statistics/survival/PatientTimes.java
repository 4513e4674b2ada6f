package org.cytotrial.statistics.survival;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Patients with covariates, in descending order of time; covariates are centred and scaled so that
/// sums keep their digits.
public final class PatientTimes {
  private final double[] times;
  private final boolean[] events;
  private final double[][] x;
  private final double[] spreads;
  private final List<String> names;

  private PatientTimes(
      double[] times, boolean[] events, double[][] x, double[] spreads, List<String> names) {
    this.times = times;
    this.events = events;
    this.x = x;
    this.spreads = spreads;
    this.names = names;
  }

  /// Patients of whom `x[i]` are the covariates, named `names`.
  ///
  /// @throws IllegalArgumentException if lengths differ, nothing is given, or a covariate is not a
  ///   number
  /// @throws ArithmeticException if a covariate is the same for all
  public static PatientTimes of(
      double[] times, boolean[] events, double[][] x, List<String> names) {
    int n = times.length;
    if (n == 0 || events.length != n || x.length != n || names.isEmpty()) {
      throw new IllegalArgumentException(
          n
              + " times have "
              + events.length
              + " events and "
              + x.length
              + " rows of "
              + names.size()
              + " covariates. Give one of each for each patient.");
    }
    double[] equal = EqualTimes.of(times);
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -equal[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] scaled = new double[n][names.size()];
    double[] spreads = new double[names.size()];
    for (int a = 0; a < names.size(); a++) {
      double mean = 0;
      for (double[] row : x) {
        mean += row[a] / n;
      }
      double square = 0;
      for (double[] row : x) {
        square += (row[a] - mean) * (row[a] - mean) / n;
      }
      if (Double.isNaN(square)) {
        throw new IllegalArgumentException(
            "Covariate '" + names.get(a) + "' is not a number for every patient.");
      }
      if (square == 0) {
        throw new ArithmeticException(
            "Covariate '" + names.get(a) + "' is the same for all patients.");
      }
      spreads[a] = Math.sqrt(square);
      for (int i = 0; i < n; i++) {
        scaled[i][a] = (x[order[i]][a] - mean) / spreads[a];
      }
    }
    double[] sortedTimes = new double[n];
    boolean[] sortedEvents = new boolean[n];
    for (int i = 0; i < n; i++) {
      sortedTimes[i] = equal[order[i]];
      sortedEvents[i] = events[order[i]];
    }
    return new PatientTimes(sortedTimes, sortedEvents, scaled, spreads, List.copyOf(names));
  }

  public int patients() {
    return times.length;
  }

  public int covariates() {
    return names.size();
  }

  public List<String> names() {
    return names;
  }

  int events() {
    int count = 0;
    for (boolean event : events) {
      count += event ? 1 : 0;
    }
    return count;
  }

  String name(int covariate) {
    return names.get(covariate);
  }

  /// The standard deviation by which a covariate was divided.
  double spread(int covariate) {
    return spreads[covariate];
  }

  double time(int patient) {
    return times[patient];
  }

  boolean event(int patient) {
    return events[patient];
  }

  double[] x(int patient) {
    return x[patient];
  }
}
