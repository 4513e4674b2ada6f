package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cytotrial.statistics.numeric.Cholesky;
import org.cytotrial.statistics.numeric.Curvature;
import org.cytotrial.statistics.numeric.Minimum;

/// Proportions with their binomial likelihood and normal logits: Stijnen, Hamza & Özdemir 2010
/// (doi:10.1002/sim.4040). Studies without events, or with events only, need no mending.
///
/// Maximum likelihood; each study's integral by adaptive Gauss–Hermite quadrature with seven
/// points, placed at the mode of its integrand (Pinheiro & Bates 1995,
/// doi:10.1080/10618600.1995.10474663).
///
/// @param coefficients on the logit scale, with standard errors that allow for τ being estimated
/// @param tau2 the variance of logits between studies
/// @param logLikelihood without the binomial coefficients
public record BinomialNormalModel(
    List<Coefficient> coefficients, double tau2, double logLikelihood) {
  private static final double[] NODES = {
    -2.651961356835233,
    -1.6735516287674714,
    -0.8162878828589647,
    0,
    0.8162878828589647,
    1.6735516287674714,
    2.651961356835233
  };
  private static final double[] WEIGHTS = {
    9.71781245099519e-4,
    0.05451558281912703,
    0.4256072526101278,
    0.8102646175568073,
    0.4256072526101278,
    0.05451558281912703,
    9.71781245099519e-4
  };
  private static final int MOST_STEPS = 100;

  /// Fits studies whose moderators are the columns of `design` (its effects are not used).
  ///
  /// @throws ArithmeticException if the search does not converge, such as when no study or every
  ///   patient has an event
  public static BinomialNormalModel fit(
      List<Proportion> studies, StudyEffects design, double confidence) {
    if (studies.size() != design.k() || studies.size() < design.p()) {
      throw new IllegalArgumentException(
          studies.size() + " proportions cannot give " + design.p() + " coefficients.");
    }
    int p = design.p();
    double events = studies.stream().mapToDouble(Proportion::x).sum();
    double patients = studies.stream().mapToDouble(Proportion::n).sum();
    if (events == 0 || events == patients) {
      throw new ArithmeticException(
          "With " + (events == 0 ? "no event" : "events only") + " the logit has no estimate.");
    }
    double[] start = new double[p + 1];
    double[] scale = new double[p + 1];
    start[0] = Math.log(events / (patients - events));
    start[p] = 0.5;
    for (int a = 0; a < p; a++) {
      scale[a] = a == 0 ? 1 : 1 / spread(design, a);
    }
    scale[p] = 1;
    double[] firstSteps = Arrays.stream(scale).map(s -> s / 4).toArray();
    Minimum best = Minimum.of(at -> -logLikelihood(studies, design, at), start, firstSteps);
    if (!best.converged()) {
      throw new ArithmeticException("The binomial-normal model did not converge.");
    }
    double tau = Math.abs(best.place()[p]);
    double[] errors = standardErrors(studies, design, best.place(), scale);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int a = 0; a < p; a++) {
      coefficients.add(
          Coefficient.normal(design.names().get(a), best.place()[a], errors[a], confidence));
    }
    return new BinomialNormalModel(List.copyOf(coefficients), tau * tau, -best.value());
  }

  /// The pooled logit, where there are no moderators.
  public Coefficient pooled() {
    return coefficients.getFirst();
  }

  /// From the curvature in all parameters, or in the coefficients alone where τ is 0.
  private static double[] standardErrors(
      List<Proportion> studies, StudyEffects design, double[] place, double[] scale) {
    int p = design.p();
    boolean boundary = Math.abs(place[p]) < 1e-4;
    int free = boundary ? p : p + 1;
    double tau = place[p];
    double[][] information =
        Curvature.of(
            at -> {
              double[] full = Arrays.copyOf(at, p + 1);
              full[p] = boundary ? tau : at[p];
              return -logLikelihood(studies, design, full);
            },
            Arrays.copyOf(place, free),
            scale);
    double[][] variance = Cholesky.of(information).inverse();
    double[] errors = new double[p];
    for (int a = 0; a < p; a++) {
      errors[a] = Math.sqrt(variance[a][a]);
    }
    return errors;
  }

  private static double spread(StudyEffects design, int column) {
    double mean = Arrays.stream(design.x()).mapToDouble(x -> x[column]).average().orElseThrow();
    double square =
        Arrays.stream(design.x())
            .mapToDouble(x -> (x[column] - mean) * (x[column] - mean))
            .average()
            .orElseThrow();
    if (square == 0) {
      throw new ArithmeticException(
          "Moderator '" + design.names().get(column) + "' is the same in all studies.");
    }
    return Math.sqrt(square);
  }

  private static double logLikelihood(List<Proportion> studies, StudyEffects design, double[] at) {
    int p = design.p();
    double tau = Math.abs(at[p]);
    double sum = 0;
    for (int i = 0; i < studies.size(); i++) {
      double linear = 0;
      for (int a = 0; a < p; a++) {
        linear += design.x()[i][a] * at[a];
      }
      sum += logMarginal(studies.get(i), linear, tau);
    }
    return sum;
  }

  private static double logMarginal(Proportion study, double linear, double tau) {
    double mode = mode(study, linear, tau);
    double risk = 1 / (1 + Math.exp(-(linear + tau * mode)));
    double width = 1 / Math.sqrt(1 + tau * tau * study.n() * risk * (1 - risk));
    double top = logIntegrand(study, linear, tau, mode);
    double sum = 0;
    for (int q = 0; q < NODES.length; q++) {
      double u = mode + Math.sqrt(2) * width * NODES[q];
      sum += WEIGHTS[q] * Math.exp(NODES[q] * NODES[q] + logIntegrand(study, linear, tau, u) - top);
    }
    return top + Math.log(width * sum / Math.sqrt(Math.PI));
  }

  /// Log of binomial times normal density at u standard deviations from the mean, less constants.
  private static double logIntegrand(Proportion study, double linear, double tau, double u) {
    double eta = linear + tau * u;
    double logOnePlus = eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta));
    return study.x() * eta - study.n() * logOnePlus - u * u / 2;
  }

  /// Newton's method on the concave integrand, with steps halved until it rises.
  private static double mode(Proportion study, double linear, double tau) {
    double u = 0;
    double value = logIntegrand(study, linear, tau, u);
    for (int step = 0; step < MOST_STEPS; step++) {
      double risk = 1 / (1 + Math.exp(-(linear + tau * u)));
      double slope = tau * (study.x() - study.n() * risk) - u;
      double move = slope / (1 + tau * tau * study.n() * risk * (1 - risk));
      double next = logIntegrand(study, linear, tau, u + move);
      while (next < value && Math.abs(move) > 1e-12) {
        move /= 2;
        next = logIntegrand(study, linear, tau, u + move);
      }
      u += move;
      value = next;
      if (Math.abs(move) <= 1e-11 * (1 + Math.abs(u))) {
        break;
      }
    }
    return u;
  }
}
