package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cytotrial.report.figure.Axis.Span;

/// How far the axis of a forest plot must reach: over all values and the line of no effect, and
/// over the intervals unless one is so wide that the others could no longer be told apart.
record ForestRange(double low, double high) {
  static ForestRange of(ForestFigure figure) {
    boolean logarithmic = figure.measure().logarithmic();
    Extent extent = new Extent(logarithmic);
    figure.measure().reference().ifPresent(extent::value);
    Stream.concat(
            figure.studies().flatMap(study -> study.estimate().stream()),
            figure.pooled().map(ForestFigure.Pooled::estimate))
        .forEach(extent::estimate);
    figure
        .pooled()
        .flatMap(pooled -> pooled.prediction().stream())
        .forEach(limits -> extent.interval(limits.lower(), limits.upper()));
    return extent.range();
  }

  Axis axis(Measure measure, Span span) {
    return measure.axis(low, high, span);
  }

  /// Collects values and intervals on the scale of the axis.
  private static final class Extent {
    private final boolean logarithmic;
    private final List<Double> lengths = new ArrayList<>();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double lowestEnd = Double.POSITIVE_INFINITY;
    private double highestEnd = Double.NEGATIVE_INFINITY;

    Extent(boolean logarithmic) {
      this.logarithmic = logarithmic;
    }

    private double scaled(double value) {
      return logarithmic ? Math.log(value) : value;
    }

    void value(double value) {
      low = Math.min(low, scaled(value));
      high = Math.max(high, scaled(value));
    }

    void estimate(Estimate estimate) {
      value(estimate.value());
      interval(estimate.lower(), estimate.upper());
    }

    void interval(double lower, double upper) {
      double from = scaled(lower);
      double to = scaled(upper);
      lowestEnd = Double.isFinite(from) ? Math.min(lowestEnd, from) : lowestEnd;
      highestEnd = Double.isFinite(to) ? Math.max(highestEnd, to) : highestEnd;
      if (Double.isFinite(to - from)) {
        lengths.add(to - from);
      }
    }

    ForestRange range() {
      if (low > high) {
        return logarithmic ? new ForestRange(0.5, 2) : new ForestRange(0, 1);
      }
      lengths.sort(null);
      double usual = lengths.isEmpty() ? 0 : lengths.get(lengths.size() / 2);
      double reach = Math.max(high - low, usual);
      double from = Math.min(low, Math.max(lowestEnd, low - reach));
      double to = Math.max(high, Math.min(highestEnd, high + reach));
      return logarithmic
          ? new ForestRange(Math.exp(from), Math.exp(to))
          : new ForestRange(from, to);
    }
  }
}
