package org.cytotrial.statistics.survival.reconstruction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Click;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Clicked;

/// The clicks in order of time and never rising, from survival 1 at time 0 on.
///
/// Clicks that rise are made level by pooling adjacent violators, which moves them least in
/// squares: Ayer et al. 1955 (doi:10.1214/aoms/1177728423). Survival between clicks is a straight
/// line, or a step where clicks lie at steps.
final class ClickedLine {
  private final double[] times;
  private final double[] survival;
  private final Clicked clicked;
  private final int rises;
  private final double largestRise;

  ClickedLine(DigitisedCurve curve) {
    List<Click> sorted = new ArrayList<>(curve.clicks());
    sorted.sort(
        Comparator.comparingDouble(Click::time)
            .thenComparing(Comparator.comparingDouble(Click::survival).reversed()));
    int n = sorted.size();
    clicked = curve.clicked();
    times = new double[n + 1];
    survival = new double[n + 1];
    survival[0] = 1;
    int rising = 0;
    double largest = 0;
    for (int i = 1; i <= n; i++) {
      times[i] = sorted.get(i - 1).time();
      survival[i] = sorted.get(i - 1).survival();
      double rise = survival[i] - survival[i - 1];
      rising += rise > 0 ? 1 : 0;
      largest = Math.max(largest, rise);
    }
    rises = rising;
    largestRise = largest;
    pool(survival);
  }

  /// Replaces every run that rises by its mean.
  private static void pool(double[] values) {
    double[] sums = new double[values.length];
    int[] sizes = new int[values.length];
    int blocks = 0;
    for (double value : values) {
      sums[blocks] = value;
      sizes[blocks++] = 1;
      while (blocks > 1
          && sums[blocks - 1] * sizes[blocks - 2] > sums[blocks - 2] * sizes[blocks - 1]) {
        blocks--;
        sums[blocks - 1] += sums[blocks];
        sizes[blocks - 1] += sizes[blocks];
      }
    }
    int at = 0;
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < sizes[b]; i++) {
        values[at++] = sums[b] / sizes[b];
      }
    }
  }

  int size() {
    return times.length;
  }

  double time(int click) {
    return times[click];
  }

  double survival(int click) {
    return survival[click];
  }

  double lastTime() {
    return times[times.length - 1];
  }

  boolean atSteps() {
    return clicked == Clicked.AT_STEPS;
  }

  /// How many clicks lay above the one before.
  int rises() {
    return rises;
  }

  /// The largest of them, as a fraction of survival.
  double largestRise() {
    return largestRise;
  }

  /// Survival just before a time; the last value after the last click.
  double before(double time) {
    int i = times.length - 1;
    while (i > 0 && times[i] >= time) {
      i--;
    }
    if (atSteps() || i == times.length - 1 || time <= times[i]) {
      return survival[i];
    }
    double share = (time - times[i]) / (times[i + 1] - times[i]);
    return survival[i] + share * (survival[i + 1] - survival[i]);
  }
}
