package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.statistics.distribution.CriticalValue;
import org.cytotrial.statistics.distribution.NormalQuantile;
import org.cytotrial.statistics.distribution.PValue;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.numeric.Cholesky;

/// The normal model of effects that differ between studies, with or without moderators (Viechtbauer
/// 2010, doi:10.18637/jss.v036.i03): coefficients, heterogeneity, and how far a new study may lie.
///
/// @param method how τ² was estimated
/// @param test how coefficients were tested
/// @param confidence of all intervals
/// @param coefficients the intercept (the pooled effect, where there are no moderators) and one for
///   each moderator
/// @param heterogeneity τ²
/// @param i2 the share, in %, of the total variance that lies between studies, from τ² and the
///   typical variance; from Q for EE
/// @param h2 the total variance as a multiple of the typical variance
/// @param residual Q of what the coefficients leave, and its test
/// @param moderators the test of all moderators together; empty without any
/// @param r2 the share, in %, of τ² that moderators explain; empty without any, and for EE
/// @param weights of the studies, in %, summing to 100
public record RandomEffects(
    HeterogeneityMethod method,
    TestMethod test,
    double confidence,
    List<Coefficient> coefficients,
    Heterogeneity heterogeneity,
    double i2,
    double h2,
    ChiSquaredTest residual,
    Optional<OmnibusTest> moderators,
    Optional<Double> r2,
    List<Double> weights) {

  /// A statistic against χ²; p is NaN without a degree of freedom.
  public record ChiSquaredTest(double statistic, int df, double p) {
    static ChiSquaredTest of(double statistic, int df) {
      return new ChiSquaredTest(statistic, df, df > 0 ? PValue.chiSquared(statistic, df) : 1);
    }
  }

  /// A test of several coefficients: χ² with `df` for z, F with `df` and `residualDf` for knha.
  public record OmnibusTest(double statistic, int df, int residualDf, double p) {}

  /// Fits the model; τ² is exact.
  ///
  /// @throws ArithmeticException if moderators determine one another, or τ² is not found
  /// @throws IllegalArgumentException if there are more coefficients than studies
  public static RandomEffects fit(
      StudyEffects studies, HeterogeneityMethod method, TestMethod test, double confidence) {
    return fit(studies, method, Search.exact(), test, confidence);
  }

  /// Fits the model.
  ///
  /// @param search for τ², where the method has no closed form
  /// @throws ArithmeticException if moderators determine one another, or τ² is not found
  /// @throws IllegalArgumentException if there are more coefficients than studies
  public static RandomEffects fit(
      StudyEffects studies,
      HeterogeneityMethod method,
      Search search,
      TestMethod test,
      double confidence) {
    if (studies.k() < studies.p()) {
      throw new IllegalArgumentException(
          studies.p() + " coefficients cannot be estimated from " + studies.k() + " studies.");
    }
    Heterogeneity heterogeneity = method.estimate(studies, search);
    RandomEffects fit = at(studies, method, test, confidence, heterogeneity);
    return studies.p() == 1 || method == HeterogeneityMethod.EE
        ? fit
        : fit.withR2(method.estimate(studies.withoutModerators(), search).tau2());
  }

  /// At a given τ²; without R².
  private static RandomEffects at(
      StudyEffects studies,
      HeterogeneityMethod method,
      TestMethod test,
      double confidence,
      Heterogeneity heterogeneity) {
    int df = studies.k() - studies.p();
    Projection fixed = Projection.at(studies, 0);
    Projection weighted = Projection.at(studies, heterogeneity.tau2());
    double scale =
        test == TestMethod.KNHA ? (df == 0 ? Double.NaN : weighted.residualSquares() / df) : 1;
    List<Coefficient> coefficients = new ArrayList<>();
    for (int a = 0; a < studies.p(); a++) {
      String name = studies.names().get(a);
      double estimate = weighted.coefficients()[a];
      double error = Math.sqrt(scale * weighted.inverse()[a][a]);
      coefficients.add(
          test == TestMethod.Z
              ? Coefficient.normal(name, estimate, error, confidence)
              : Coefficient.student(name, estimate, error, df, confidence));
    }
    double q = Math.max(0, fixed.residualSquares());
    double tau2 = heterogeneity.tau2();
    double typical = df / fixed.trace();
    boolean equal = method == HeterogeneityMethod.EE;
    double i2 =
        df == 0 ? 0 : equal ? Math.max(0, 100 * (q - df) / q) : 100 * tau2 / (typical + tau2);
    double h2 = df == 0 ? 1 : equal ? q / df : tau2 / typical + 1;
    return new RandomEffects(
        method,
        test,
        confidence,
        List.copyOf(coefficients),
        heterogeneity,
        Double.isNaN(i2) ? 0 : i2,
        h2,
        ChiSquaredTest.of(q, df),
        omnibus(weighted, scale, test, df),
        Optional.empty(),
        shares(weighted.weights()));
  }

  /// The pooled effect, where there are no moderators.
  public Coefficient pooled() {
    return coefficients.getFirst();
  }

  /// Where the true effect of a new study is expected, with the distribution of the test; empty for
  /// EE, with moderators, and where no degree of freedom is left for knha.
  public Optional<Interval> predictionInterval() {
    if (method == HeterogeneityMethod.EE || coefficients.size() > 1) {
      return Optional.empty();
    }
    double error = pooled().standardError();
    double spread = Math.sqrt(error * error + heterogeneity.tau2());
    double critical =
        test == TestMethod.Z
            ? NormalQuantile.twoSided(confidence)
            : CriticalValue.student(confidence, residual.df());
    double half = critical * spread;
    return Double.isNaN(half)
        ? Optional.empty()
        : Optional.of(new Interval(pooled().estimate() - half, pooled().estimate() + half));
  }

  private static Optional<OmnibusTest> omnibus(
      Projection fit, double scale, TestMethod test, int df) {
    int m = fit.coefficients().length - 1;
    if (m == 0) {
      return Optional.empty();
    }
    double[] b = new double[m];
    double[][] variance = new double[m][m];
    for (int i = 0; i < m; i++) {
      b[i] = fit.coefficients()[i + 1];
      for (int j = 0; j < m; j++) {
        variance[i][j] = scale * fit.inverse()[i + 1][j + 1];
      }
    }
    if (Double.isNaN(scale) || scale == 0) {
      return Optional.of(new OmnibusTest(Double.NaN, m, df, Double.NaN));
    }
    double[] solved = Cholesky.of(variance).solve(b);
    double q = 0;
    for (int i = 0; i < m; i++) {
      q += b[i] * solved[i];
    }
    return Optional.of(
        test == TestMethod.Z
            ? new OmnibusTest(q, m, df, PValue.chiSquared(q, m))
            : new OmnibusTest(q / m, m, df, PValue.f(q / m, m, df)));
  }

  /// With the share that moderators explain of the τ² without them.
  private RandomEffects withR2(double total) {
    double r2 = total > 0 ? Math.max(0, 100 * (total - heterogeneity.tau2()) / total) : 0;
    return new RandomEffects(
        method,
        test,
        confidence,
        coefficients,
        heterogeneity,
        i2,
        h2,
        residual,
        moderators,
        Optional.of(r2),
        weights);
  }

  private static List<Double> shares(double[] weights) {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    List<Double> shares = new ArrayList<>();
    for (double w : weights) {
      shares.add(100 * w / sum);
    }
    return List.copyOf(shares);
  }
}
