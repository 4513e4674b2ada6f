package org.cytotrial.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cytotrial.statistics.distribution.NormalQuantile;
import org.cytotrial.statistics.interval.Interval;

/// The product-limit estimate of survival (Kaplan & Meier 1958,
/// doi:10.1080/01621459.1958.10501452).
///
/// Standard errors are Greenwood's; intervals are taken on the log(−log) scale (Kalbfleisch &
/// Prentice 1980); the interval of the median is where that band holds one half (Brookmeyer &
/// Crowley 1982, doi:10.2307/2530286). Someone who leaves at the time of an event was at risk for
/// it. A curve of weighted patients has no standard error and no interval. Times are in the
/// caller's unit.
public final class KaplanMeier {
  // Survival within this distance of a level counts as having reached it: products of fractions
  // miss 1/2 by rounding.
  private static final double LEVEL_TOLERANCE = 1e-9;

  private final List<Step> steps;
  private final double[] sortedTimes;
  private final OptionalDouble confidence;

  private KaplanMeier(List<Step> steps, double[] sortedTimes, OptionalDouble confidence) {
    this.confidence = confidence;
    this.steps = List.copyOf(steps);
    this.sortedTimes = sortedTimes;
  }

  /// A time at which someone had an event or left; `survival` holds from this time until the next
  /// step.
  ///
  /// @param time when
  /// @param atRisk patients (or their weight) still watched just before
  /// @param events patients (or their weight) with an event
  /// @param censored patients (or their weight) who left without one
  /// @param survival probability to have no event up to and including this time
  /// @param standardError Greenwood's; empty on a weighted curve, and 0 before the first event
  /// @param interval on the log(−log) scale; empty on a weighted curve and where survival is 0 or 1
  public record Step(
      double time,
      double atRisk,
      double events,
      double censored,
      double survival,
      OptionalDouble standardError,
      Optional<Interval> interval) {}

  /// The time by which survival has fallen to a level, with its interval; each empty where it is
  /// not reached.
  public record Quantile(OptionalDouble time, OptionalDouble lower, OptionalDouble upper) {}

  /// The curve of equally weighted patients with 95 % intervals: `events[i]` says whether
  /// `times[i]` is an event.
  ///
  /// @throws IllegalArgumentException if there is no patient, lengths differ, or a time is negative
  ///   or not finite
  public static KaplanMeier of(double[] times, boolean[] events) {
    return of(times, events, 0.95);
  }

  /// As [#of(double[], boolean[])], with intervals at another confidence.
  public static KaplanMeier of(double[] times, boolean[] events, double confidence) {
    double[] ones = new double[times.length];
    Arrays.fill(ones, 1);
    return estimate(times, events, ones, OptionalDouble.of(confidence));
  }

  /// The curve of weighted patients, such as those of a virtual population; without intervals.
  ///
  /// @throws IllegalArgumentException as [#of], or if a weight is negative or not finite, or all
  ///   are 0
  public static KaplanMeier weighted(double[] times, boolean[] events, double[] weights) {
    return estimate(times, events, weights, OptionalDouble.empty());
  }

  /// Every distinct time in ascending order.
  public List<Step> steps() {
    return steps;
  }

  /// The confidence of the intervals, such as 0.95; empty on a weighted curve.
  public OptionalDouble confidence() {
    return confidence;
  }

  /// The number of patients the curve was made from.
  public int patients() {
    return sortedTimes.length;
  }

  /// The last time at which anyone was watched.
  public double lastTime() {
    return sortedTimes[sortedTimes.length - 1];
  }

  /// The probability to have no event up to and including `time`; the last value is kept after the
  /// last step.
  public double survival(double time) {
    double survival = 1;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      survival = step.survival();
    }
    return survival;
  }

  /// The number of patients still watched just before `time`, whatever their weights.
  public int atRisk(double time) {
    int below = 0;
    int above = sortedTimes.length;
    while (below < above) {
      int middle = (below + above) >>> 1;
      if (sortedTimes[middle] < time) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return sortedTimes.length - below;
  }

  public Quantile median() {
    return quantile(0.5);
  }

  /// The first time at which survival is at or below `level`; where the curve runs level there, the
  /// middle of that stretch.
  public Quantile quantile(double level) {
    List<Level> lower = new ArrayList<>();
    List<Level> curve = new ArrayList<>();
    List<Level> upper = new ArrayList<>();
    for (Step step : steps) {
      curve.add(new Level(step.time(), step.survival()));
      if (step.interval().isPresent()) {
        lower.add(new Level(step.time(), step.interval().get().lower()));
        upper.add(new Level(step.time(), step.interval().get().upper()));
      }
    }
    return new Quantile(firstAt(level, curve), firstAt(level, lower), firstAt(level, upper));
  }

  private record Level(double time, double survival) {}

  private static OptionalDouble firstAt(double level, List<Level> curve) {
    for (int i = 0; i < curve.size(); i++) {
      double excess = curve.get(i).survival() - level;
      if (excess > LEVEL_TOLERANCE) {
        continue;
      }
      double start = curve.get(i).time();
      if (excess < -LEVEL_TOLERANCE) {
        return OptionalDouble.of(start);
      }
      for (int j = i + 1; j < curve.size(); j++) {
        if (curve.get(j).survival() < level - LEVEL_TOLERANCE) {
          return OptionalDouble.of((start + curve.get(j).time()) / 2);
        }
      }
      return OptionalDouble.of(start);
    }
    return OptionalDouble.empty();
  }

  private static KaplanMeier estimate(
      double[] times, boolean[] events, double[] weights, OptionalDouble confidence) {
    requireValid(times, events, weights);
    OptionalDouble z =
        confidence.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(NormalQuantile.twoSided(confidence.getAsDouble()));
    int[] order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> times[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = Arrays.stream(order).mapToDouble(i -> times[i]).toArray();
    double[] atRisk = weightFrom(order, weights);
    List<Step> steps = new ArrayList<>();
    double survival = 1;
    double greenwood = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double died = 0;
      double left = 0;
      while (to < order.length && sorted[to] == sorted[from]) {
        int patient = order[to++];
        died += events[patient] ? weights[patient] : 0;
        left += events[patient] ? 0 : weights[patient];
      }
      double watched = atRisk[from];
      double surviving = left + atRisk[to];
      if (died > 0) {
        survival *= surviving / (died + surviving);
        greenwood += died / ((died + surviving) * surviving);
      }
      steps.add(step(new Counts(sorted[from], watched, died, left), survival, greenwood, z));
      from = to;
    }
    return new KaplanMeier(steps, sorted, confidence);
  }

  /// The weight of the patients from each place in the order to the end, summed from the end so
  /// that it never goes below 0.
  private static double[] weightFrom(int[] order, double[] weights) {
    double[] sums = new double[order.length + 1];
    for (int i = order.length - 1; i >= 0; i--) {
      sums[i] = sums[i + 1] + weights[order[i]];
    }
    return sums;
  }

  private record Counts(double time, double atRisk, double events, double censored) {}

  private static Step step(Counts at, double survival, double greenwood, OptionalDouble z) {
    OptionalDouble error =
        z.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(survival == 0 ? 0 : survival * Math.sqrt(greenwood));
    Optional<Interval> interval = Optional.empty();
    if (z.isPresent() && survival > 0 && survival < 1) {
      double log = Math.log(survival);
      double spread = z.getAsDouble() * Math.sqrt(greenwood) / -log;
      interval =
          Optional.of(
              new Interval(Math.exp(log * Math.exp(spread)), Math.exp(log * Math.exp(-spread))));
    }
    return new Step(at.time(), at.atRisk(), at.events(), at.censored(), survival, error, interval);
  }

  private static void requireValid(double[] times, boolean[] events, double[] weights) {
    int n = times.length;
    if (n == 0) {
      throw new IllegalArgumentException("A survival curve of no patients does not exist.");
    }
    if (events.length != n || weights.length != n) {
      throw new IllegalArgumentException(
          n
              + " times have "
              + events.length
              + " events and "
              + weights.length
              + " weights. Give one of each for each patient.");
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Time " + i + " is " + times[i] + ". Times must be 0 or more, and finite.");
      }
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Weight " + i + " is " + weights[i] + ". Weights must be 0 or more, and finite.");
      }
      sum += weights[i];
    }
    if (sum == 0) {
      throw new IllegalArgumentException(
          "All " + n + " weights are 0. At least one must be above 0.");
    }
  }
}
