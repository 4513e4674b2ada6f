package org.cytotrial.statistics.meta;

/// τ² by REML as the expected values of the mixed Egger test, of the first figure of the Q-profile
/// and of back-transformed proportions have it: Fisher scoring from Hedges' estimate by whole or
/// half steps, until one is below 1e-5. [Likelihood] finds the root.
final class FisherScoring {
  private static final double THRESHOLD = 1e-5;
  private static final int MOST_STEPS = 1000;

  private FisherScoring() {}

  static double restrictedMaximum(StudyEffects studies, double factor) {
    double tau2 = Hedges.estimate(studies).tau2();
    for (int i = 0; i <= MOST_STEPS; i++) {
      Projection at = Projection.at(studies, tau2);
      double step = (at.squaredResidualSquares() - at.trace()) / at.traceSquared() * factor;
      while (tau2 + step < 0) {
        step /= 2;
      }
      tau2 += step;
      if (Math.abs(step) <= THRESHOLD) {
        return tau2;
      }
    }
    throw new ArithmeticException("Fisher scoring did not end in " + MOST_STEPS + " steps.");
  }
}
