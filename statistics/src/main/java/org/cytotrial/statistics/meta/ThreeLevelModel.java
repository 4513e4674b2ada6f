package org.cytotrial.statistics.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cytotrial.statistics.meta.RandomEffects.ChiSquaredTest;
import org.cytotrial.statistics.numeric.Cholesky;
import org.cytotrial.statistics.numeric.Minimum;

/// Effects within studies: variances between studies and between the rows of a study, by REML:
/// Konstantopoulos 2011 (doi:10.1002/jrsm.35).
///
/// @param coefficients tested with the standard normal
/// @param betweenStudies the variance between studies
/// @param withinStudies the variance between the rows of a study
/// @param logLikelihood restricted, as metafor counts it
/// @param residual Q of what the coefficients leave when both variances are 0
/// @param weights of the rows in the pooled effect, in %, summing to 100
public record ThreeLevelModel(
    List<Coefficient> coefficients,
    double betweenStudies,
    double withinStudies,
    double logLikelihood,
    ChiSquaredTest residual,
    List<Double> weights) {

  /// Fits rows of which those with equal `clusters` are of one study.
  ///
  /// @throws ArithmeticException if moderators determine one another, or the search does not
  ///   converge
  public static ThreeLevelModel fit(StudyEffects rows, List<String> clusters, double confidence) {
    if (clusters.size() != rows.k() || rows.k() <= rows.p()) {
      throw new IllegalArgumentException(
          rows.k()
              + " rows with "
              + clusters.size()
              + " studies cannot give "
              + rows.p()
              + " coefficients.");
    }
    var model = new Search(rows, clusters);
    double start =
        Math.sqrt(
            Hedges.estimate(rows).tau2() / 2
                + 0.01 * Arrays.stream(rows.v()).average().orElseThrow());
    Minimum best =
        Minimum.of(
            sigma -> -model.at(sigma[0] * sigma[0], sigma[1] * sigma[1]).logLikelihood,
            new double[] {start, start},
            new double[] {start / 2, -start / 3});
    if (!best.converged()) {
      throw new ArithmeticException("The three-level model did not converge.");
    }
    double between = best.place()[0] * best.place()[0];
    double within = best.place()[1] * best.place()[1];
    State state = model.at(between, within);
    double[][] variance = state.cholesky.inverse();
    List<Coefficient> coefficients = new ArrayList<>();
    for (int a = 0; a < rows.p(); a++) {
      coefficients.add(
          Coefficient.normal(
              rows.names().get(a), state.beta[a], Math.sqrt(variance[a][a]), confidence));
    }
    double q = Projection.at(rows, 0).residualSquares();
    return new ThreeLevelModel(
        List.copyOf(coefficients),
        between,
        within,
        state.logLikelihood,
        ChiSquaredTest.of(q, rows.k() - rows.p()),
        model.weights(between, within));
  }

  /// The pooled effect, where there are no moderators.
  public Coefficient pooled() {
    return coefficients.getFirst();
  }

  private static final class State {
    private final double logLikelihood;
    private final double[] beta;
    private final Cholesky cholesky;

    State(double logLikelihood, double[] beta, Cholesky cholesky) {
      this.logLikelihood = logLikelihood;
      this.beta = beta;
      this.cholesky = cholesky;
    }
  }

  /// The restricted likelihood, study by study: within one, V = D + σ²11′, whose inverse is D⁻¹
  /// less one rank.
  private static final class Search {
    private final StudyEffects rows;
    private final List<int[]> studies = new ArrayList<>();
    private final double constant;

    Search(StudyEffects rows, List<String> clusters) {
      this.rows = rows;
      for (String cluster : clusters.stream().distinct().toList()) {
        studies.add(
            IntStream.range(0, rows.k()).filter(i -> clusters.get(i).equals(cluster)).toArray());
      }
      double[][] gram = new double[rows.p()][rows.p()];
      for (double[] x : rows.x()) {
        add(gram, x, x, 1);
      }
      constant =
          (Cholesky.of(gram).logDeterminant() - (rows.k() - rows.p()) * Math.log(2 * Math.PI)) / 2;
    }

    State at(double between, double within) {
      int p = rows.p();
      double[][] xvx = new double[p][p];
      double[] xvy = new double[p];
      double yvy = 0;
      double logDeterminant = 0;
      for (int[] study : studies) {
        double weight = 0;
        double wy = 0;
        double[] wx = new double[p];
        for (int i : study) {
          double w = 1 / (rows.v()[i] + within);
          double y = rows.y()[i];
          double[] x = rows.x()[i];
          logDeterminant -= Math.log(w);
          weight += w;
          wy += w * y;
          yvy += w * y * y;
          add(xvx, x, x, w);
          for (int a = 0; a < p; a++) {
            wx[a] += w * x[a];
            xvy[a] += w * x[a] * y;
          }
        }
        double shrink = between / (1 + between * weight);
        logDeterminant += Math.log1p(between * weight);
        yvy -= shrink * wy * wy;
        add(xvx, wx, wx, -shrink);
        for (int a = 0; a < p; a++) {
          xvy[a] -= shrink * wx[a] * wy;
        }
      }
      Cholesky cholesky = Cholesky.of(xvx);
      double[] beta = cholesky.solve(xvy);
      double explained = 0;
      for (int a = 0; a < p; a++) {
        explained += beta[a] * xvy[a];
      }
      double value = constant - (logDeterminant + cholesky.logDeterminant() + yvy - explained) / 2;
      return new State(value, beta, cholesky);
    }

    List<Double> weights(double between, double within) {
      double[] weights = new double[rows.k()];
      for (int[] study : studies) {
        double sum = 0;
        for (int i : study) {
          sum += 1 / (rows.v()[i] + within);
        }
        for (int i : study) {
          weights[i] = 1 / (rows.v()[i] + within) / (1 + between * sum);
        }
      }
      double all = Arrays.stream(weights).sum();
      return Arrays.stream(weights).mapToObj(w -> 100 * w / all).toList();
    }

    private static void add(double[][] sum, double[] left, double[] right, double factor) {
      for (int a = 0; a < left.length; a++) {
        for (int b = 0; b < right.length; b++) {
          sum[a][b] += factor * left[a] * right[b];
        }
      }
    }
  }
}
