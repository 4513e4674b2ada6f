package org.cytotrial.statistics.interval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Sample quantiles of type 7 (Hyndman & Fan 1996, doi:10.2307/2684934; the default of R and
/// NumPy), and their extension to weights through Kish's effective sample size (Akinshin 2023,
/// doi:10.48550/arXiv.2304.07265), which equals type 7 when all weights are the same and takes no
/// notice of weights of 0.
public final class Quantiles {
  private Quantiles() {}

  /// The middle half of a sample.
  public record Quartiles(double lower, double median, double upper) {}

  /// The quantile at `probability` (0 to 1).
  ///
  /// @throws IllegalArgumentException if the sample is empty or holds NaN or an infinity, or the
  ///   probability lies outside 0 to 1
  public static double of(double[] sample, double probability) {
    requireSample(sample, probability);
    return ofSorted(sorted(sample), probability);
  }

  public static double median(double[] sample) {
    return of(sample, 0.5);
  }

  /// First quartile, median and third quartile.
  public static Quartiles quartiles(double[] sample) {
    requireSample(sample, 0.5);
    double[] sorted = sorted(sample);
    return new Quartiles(ofSorted(sorted, 0.25), ofSorted(sorted, 0.5), ofSorted(sorted, 0.75));
  }

  /// First quartile, median and third quartile of weighted values.
  public static Quartiles quartiles(double[] sample, double[] weights) {
    return new Quartiles(
        weighted(sample, weights, 0.25),
        weighted(sample, weights, 0.5),
        weighted(sample, weights, 0.75));
  }

  /// The weighted quantile: the mean of the sorted values over a window of 1/n* of the total
  /// weight, n* effective.
  ///
  /// @throws IllegalArgumentException as [#of], or if the weights are not one for each value
  public static double weighted(double[] sample, double[] weights, double probability) {
    requireSample(sample, probability);
    if (weights.length != sample.length) {
      throw new IllegalArgumentException(
          sample.length + " values have " + weights.length + " weights. Give one for each.");
    }
    double effective = EffectiveSampleSize.kish(weights);
    double total = Arrays.stream(weights).sum();
    double start = probability * (effective - 1) / effective;
    int[] order =
        IntStream.range(0, sample.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> sample[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double sum = 0;
    double reached = 0;
    double shareBelow = 0;
    for (int i : order) {
      reached += weights[i];
      double share = Math.clamp((reached / total - start) * effective, 0, 1);
      sum += (share - shareBelow) * sample[i];
      shareBelow = share;
    }
    return sum / shareBelow;
  }

  private static double ofSorted(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  private static double[] sorted(double[] sample) {
    double[] copy = sample.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static void requireSample(double[] sample, double probability) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("A quantile of no values does not exist.");
    }
    for (int i = 0; i < sample.length; i++) {
      if (!Double.isFinite(sample[i])) {
        throw new IllegalArgumentException(
            "Value "
                + i
                + " of "
                + sample.length
                + " is "
                + sample[i]
                + ". Quantiles need finite values.");
      }
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "A quantile needs a probability from 0 to 1, not " + probability + ".");
    }
  }
}
