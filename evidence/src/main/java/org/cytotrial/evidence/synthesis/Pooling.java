package org.cytotrial.evidence.synthesis;

import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.synthesis.Estimate.Scale;
import org.cytotrial.evidence.synthesis.Estimate.Spread;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.meta.BinomialNormalModel;
import org.cytotrial.statistics.meta.Coefficient;
import org.cytotrial.statistics.meta.EffectEstimate;
import org.cytotrial.statistics.meta.HeterogeneityMethod;
import org.cytotrial.statistics.meta.Proportion;
import org.cytotrial.statistics.meta.QProfile;
import org.cytotrial.statistics.meta.RandomEffects;
import org.cytotrial.statistics.meta.StudyEffects;
import org.cytotrial.statistics.meta.TestMethod;
import org.cytotrial.statistics.meta.ThreeLevelModel;
import org.cytotrial.statistics.meta.ZeroCells;

/// Pools proportions and ratios with the conventions of `cytotrial meta`, so that both give the
/// same numbers.
final class Pooling {
  static final double CONFIDENCE = 0.95;

  private Pooling() {}

  /// Logits with 1/2 added to arms with no event or events only.
  static StudyEffects logits(List<Proportion> arms) {
    return StudyEffects.of(
        ZeroCells.HALF_TO_ZERO.applyTo(arms).stream().map(Proportion::logit).toList());
  }

  /// The binomial–normal model.
  ///
  /// @throws ArithmeticException if it does not converge
  static Estimate binomial(List<Proportion> arms) {
    BinomialNormalModel fit = BinomialNormalModel.fit(arms, logits(arms), CONFIDENCE);
    Coefficient pooled = fit.pooled();
    double error = pooled.standardError();
    double critical = (pooled.high() - pooled.estimate()) / error;
    double half = critical * Math.sqrt(error * error + fit.tau2());
    return estimate(
        Scale.PERCENT,
        pooled,
        Optional.of(new Interval(pooled.estimate() - half, pooled.estimate() + half)),
        Spread.tau2Only(fit.tau2()));
  }

  /// Random effects by REML with the test of Knapp and Hartung.
  ///
  /// @throws ArithmeticException if τ² is not found
  static Estimate random(Scale scale, StudyEffects effects) {
    return random(scale, fit(effects), QProfile.of(effects, CONFIDENCE));
  }

  static RandomEffects fit(StudyEffects effects) {
    return RandomEffects.fit(effects, HeterogeneityMethod.REML, TestMethod.KNHA, CONFIDENCE);
  }

  static Estimate random(Scale scale, RandomEffects fit, Optional<Interval> tau2Interval) {
    return estimate(
        scale,
        fit.pooled(),
        fit.predictionInterval(),
        new Spread(
            fit.heterogeneity().tau2(),
            tau2Interval,
            fit.i2(),
            fit.residual().statistic(),
            fit.residual().df(),
            fit.residual().p()));
  }

  /// The effect of one table, as it stands.
  static Estimate single(EffectEstimate effect) {
    RandomEffects fit =
        RandomEffects.fit(
            StudyEffects.of(List.of(effect)), HeterogeneityMethod.EE, TestMethod.Z, CONFIDENCE);
    return estimate(Scale.RATIO, fit.pooled(), Optional.empty(), Spread.tau2Only(Double.NaN));
  }

  /// Rows within series by REML.
  ///
  /// @throws ArithmeticException if it does not converge
  static Estimate threeLevel(List<Proportion> arms, List<String> series) {
    ThreeLevelModel fit = ThreeLevelModel.fit(logits(arms), series, CONFIDENCE);
    return estimate(
        Scale.PERCENT,
        fit.pooled(),
        Optional.empty(),
        new Spread(
            fit.betweenStudies() + fit.withinStudies(),
            Optional.empty(),
            Double.NaN,
            fit.residual().statistic(),
            fit.residual().df(),
            fit.residual().p()));
  }

  private static Estimate estimate(
      Scale scale, Coefficient pooled, Optional<Interval> prediction, Spread spread) {
    if (!(Double.isFinite(pooled.low()) && Double.isFinite(pooled.high()))) {
      throw new ArithmeticException("the estimate has no interval");
    }
    return new Estimate(
        scale,
        pooled.estimate(),
        pooled.standardError(),
        new Interval(pooled.low(), pooled.high()),
        prediction,
        spread);
  }
}
