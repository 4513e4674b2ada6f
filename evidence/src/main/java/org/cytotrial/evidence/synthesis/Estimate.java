package org.cytotrial.evidence.synthesis;

import java.util.Optional;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.meta.BackTransformation;

/// A pooled effect, on the scale on which it was pooled.
///
/// @param scale how people read it
/// @param interval 95 %
/// @param prediction where the effect of a new study is expected, 95 %
/// @param spread between studies
public record Estimate(
    Scale scale,
    double value,
    double standardError,
    Interval interval,
    Optional<Interval> prediction,
    Spread spread) {

  /// The scale people read.
  public enum Scale {
    /// A proportion in %, pooled as its logit.
    PERCENT(BackTransformation.LOGISTIC, 100),
    /// A ratio, pooled as its logarithm.
    RATIO(BackTransformation.EXPONENTIAL, 1);

    private final BackTransformation back;
    private final double factor;

    Scale(BackTransformation back, double factor) {
      this.back = back;
      this.factor = factor;
    }

    public double read(double value) {
      return factor * back.apply(value, Double.NaN);
    }

    public Interval read(Interval interval) {
      return new Interval(read(interval.lower()), read(interval.upper()));
    }
  }

  /// Heterogeneity; NaN where a method does not give it.
  ///
  /// @param tau2 the variance between studies, on the scale of the pooling; the sum of both levels
  ///   for three-level models
  /// @param tau2Interval by the Q-profile
  /// @param i2 in %
  public record Spread(
      double tau2, Optional<Interval> tau2Interval, double i2, double q, double df, double p) {
    static Spread tau2Only(double tau2) {
      return new Spread(tau2, Optional.empty(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  public double read() {
    return scale.read(value);
  }

  public Interval readInterval() {
    return scale.read(interval);
  }

  public Optional<Interval> readPrediction() {
    return prediction.map(scale::read);
  }
}
