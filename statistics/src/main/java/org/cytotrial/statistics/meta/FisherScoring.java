package org.cytotrial.statistics.meta;

/// τ² by Fisher scoring from Hedges' estimate, ended where a step is small: Viechtbauer 2005
/// (doi:10.3102/10769986030003261), Raudenbush 2009, with the rules of the R package metafor
/// (doi:10.18637/jss.v036.i03). A step below 0 is halved until it stays above.
///
/// [Likelihood] and [PauleMandel] find the roots themselves.
final class FisherScoring {
  private FisherScoring() {}

  /// What is maximised; EB is not a likelihood but has steps of the same kind.
  enum Target {
    ML,
    REML,
    EB
  }

  /// Where the search ends.
  ///
  /// @throws ArithmeticException if it does not end within the most steps
  static double search(Target target, StudyEffects studies, Search.Stopped control) {
    double tau2 = Hedges.estimate(studies).tau2();
    double step = Double.NaN;
    for (int i = 0; i < control.maxiter(); i++) {
      step = step(target, studies, tau2) * control.stepadj();
      while (tau2 + step < 0) {
        step /= 2;
      }
      tau2 += step;
      if (Math.abs(step) <= control.threshold()) {
        return tau2;
      }
    }
    throw new ArithmeticException(
        "Fisher scoring for %s did not converge in %d steps; the last changed tau2 by %.3g to %.6g. Maybe allow more steps (maxiter) or smaller ones (stepadj=0.5)."
            .formatted(target, control.maxiter(), step, tau2));
  }

  private static double step(Target target, StudyEffects studies, double tau2) {
    Projection at = Projection.at(studies, tau2);
    int k = studies.k();
    return switch (target) {
      case ML -> (at.squaredResidualSquares() - at.weightSum(1)) / at.weightSum(2);
      case REML -> (at.squaredResidualSquares() - at.trace()) / at.traceSquared();
      case EB -> (at.residualSquares() * k / (k - studies.p()) - k) / at.weightSum(1);
    };
  }
}
