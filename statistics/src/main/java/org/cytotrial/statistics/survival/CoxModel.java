package org.cytotrial.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cytotrial.statistics.distribution.NormalQuantile;
import org.cytotrial.statistics.distribution.PValue;
import org.cytotrial.statistics.numeric.Cholesky;

/// Proportional hazards: Cox 1972 (doi:10.1111/j.2517-6161.1972.tb00899.x), by Newton's method on
/// the partial likelihood.
///
/// @param ties how events at the same time are counted
/// @param coefficients log hazard ratios
/// @param score the test at no effect
/// @param wald the test of all coefficients at the estimate
/// @param likelihoodRatio the test of the estimate against no effect
/// @param df degrees of freedom of the three tests
public record CoxModel(
    Ties ties,
    List<Coefficient> coefficients,
    double score,
    double wald,
    double likelihoodRatio,
    int df) {
  private static final int MOST_STEPS = 50;
  private static final int MOST_HALVINGS = 30;
  private static final double TOLERANCE = 1e-11;
  // A log hazard ratio this large (per standard deviation) has no finite estimate: the likelihood
  // rises for ever.
  private static final double UNBOUNDED = 18;

  /// How events at the same time are counted.
  public enum Ties {
    /// Efron 1977 (doi:10.1080/01621459.1977.10480613).
    EFRON,
    /// Breslow 1974 (doi:10.2307/2529620).
    BRESLOW
  }

  /// A log hazard ratio with its standard normal test and interval.
  public record Coefficient(
      String name, double estimate, double standardError, double p, double low, double high) {
    public double hazardRatio() {
      return Math.exp(estimate);
    }
  }

  /// Fits patients with covariates `x[i]`, named `names`.
  ///
  /// @throws ArithmeticException if there is no event, a covariate is constant or made up of
  ///   others, or an effect has no finite estimate
  public static CoxModel fit(PatientTimes patients, Ties ties, double confidence) {
    int p = patients.covariates();
    if (patients.events() == 0) {
      throw new ArithmeticException("Hazards cannot be compared: there is no event.");
    }
    PartialLikelihood likelihood = new PartialLikelihood(patients, ties);
    double[] beta = new double[p];
    PartialLikelihood.Point start = likelihood.at(beta);
    Cholesky information = factor(start, patients);
    double score = quadratic(start.gradient(), information.solve(start.gradient()));
    PartialLikelihood.Point at = start;
    boolean converged = false;
    for (int step = 0; step < MOST_STEPS && !converged; step++) {
      double[] move = factor(at, patients).solve(at.gradient());
      PartialLikelihood.Point next = likelihood.at(moved(beta, move, 1));
      double share = 1;
      for (int h = 0;
          h < MOST_HALVINGS && !(next.value() >= at.value() - 1e-12 * Math.abs(at.value()));
          h++) {
        share /= 2;
        next = likelihood.at(moved(beta, move, share));
      }
      beta = moved(beta, move, share);
      converged =
          quadratic(move, at.gradient()) <= TOLERANCE * TOLERANCE * (1 + Math.abs(at.value()));
      at = next;
      requireBounded(beta, patients);
    }
    if (!converged) {
      throw new ArithmeticException("The Cox model did not converge in " + MOST_STEPS + " steps.");
    }
    double[][] variance = factor(at, patients).inverse();
    double wald = wald(beta, at.information());
    return new CoxModel(
        ties,
        coefficients(patients, beta, variance, confidence),
        score,
        wald,
        2 * (at.value() - start.value()),
        p);
  }

  private static List<Coefficient> coefficients(
      PatientTimes patients, double[] beta, double[][] variance, double confidence) {
    double critical = NormalQuantile.twoSided(confidence);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int a = 0; a < beta.length; a++) {
      double unit = patients.spread(a);
      double estimate = beta[a] / unit;
      double error = Math.sqrt(variance[a][a]) / unit;
      coefficients.add(
          new Coefficient(
              patients.name(a),
              estimate,
              error,
              PValue.normal(estimate / error),
              estimate - critical * error,
              estimate + critical * error));
    }
    return List.copyOf(coefficients);
  }

  private static Cholesky factor(PartialLikelihood.Point at, PatientTimes patients) {
    try {
      return Cholesky.of(at.information());
    } catch (ArithmeticException e) {
      throw new ArithmeticException(
          "The effects of "
              + patients.names()
              + " cannot be told apart: one is constant among those at risk, or made up of"
              + " others.");
    }
  }

  private static void requireBounded(double[] beta, PatientTimes patients) {
    for (int a = 0; a < beta.length; a++) {
      if (Math.abs(beta[a]) > UNBOUNDED) {
        throw new ArithmeticException(
            "The effect of '"
                + patients.name(a)
                + "' has no finite estimate: all events lie on one side of it.");
      }
    }
  }

  private static double wald(double[] beta, double[][] information) {
    double sum = 0;
    for (int a = 0; a < beta.length; a++) {
      for (int b = 0; b < beta.length; b++) {
        sum += beta[a] * information[a][b] * beta[b];
      }
    }
    return sum;
  }

  private static double quadratic(double[] left, double[] right) {
    double sum = 0;
    for (int a = 0; a < left.length; a++) {
      sum += left[a] * right[a];
    }
    return sum;
  }

  private static double[] moved(double[] beta, double[] move, double share) {
    double[] moved = Arrays.copyOf(beta, beta.length);
    for (int a = 0; a < moved.length; a++) {
      moved[a] += share * move[a];
    }
    return moved;
  }
}
