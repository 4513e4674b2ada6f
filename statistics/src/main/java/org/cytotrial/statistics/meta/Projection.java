package org.cytotrial.statistics.meta;

import org.cytotrial.statistics.numeric.Cholesky;

/// Weighted least squares, with the traces of P = W − WX(X′WX)⁻¹X′W that estimators of τ² need; P
/// itself, k × k, is never made.
final class Projection {
  private final double[][] x;
  private final double[] w;
  private final double[][] inverse;
  private final double[] coefficients;
  private final double[] residuals;

  private Projection(
      double[][] x, double[] w, double[][] inverse, double[] coefficients, double[] residuals) {
    this.x = x;
    this.w = w;
    this.inverse = inverse;
    this.coefficients = coefficients;
    this.residuals = residuals;
  }

  /// With weights 1/(v + τ²).
  static Projection at(StudyEffects studies, double tau2) {
    double[] w = new double[studies.k()];
    for (int i = 0; i < w.length; i++) {
      w[i] = 1 / (studies.v()[i] + tau2);
    }
    return of(studies, w);
  }

  static Projection of(StudyEffects studies, double[] w) {
    double[][] x = studies.x();
    double[] y = studies.y();
    int p = studies.p();
    double[][] inverse =
        p == 1 ? new double[][] {{1 / gram(x, w)[0][0]}} : Cholesky.of(gram(x, w)).inverse();
    double[] right = new double[p];
    for (int i = 0; i < w.length; i++) {
      for (int a = 0; a < p; a++) {
        right[a] += x[i][a] * w[i] * y[i];
      }
    }
    double[] b = times(inverse, right);
    double[] residuals = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      residuals[i] = y[i];
      for (int a = 0; a < p; a++) {
        residuals[i] -= x[i][a] * b[a];
      }
    }
    return new Projection(x, w, inverse, b, residuals);
  }

  double[] coefficients() {
    return coefficients;
  }

  /// (X′WX)⁻¹, the variance of the coefficients.
  double[][] inverse() {
    return inverse;
  }

  double[] weights() {
    return w;
  }

  /// y′Py: the weighted squares that the coefficients leave.
  double residualSquares() {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * residuals[i] * residuals[i];
    }
    return sum;
  }

  /// y′PPy.
  double squaredResidualSquares() {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      double wr = w[i] * residuals[i];
      sum += wr * wr;
    }
    return sum;
  }

  double weightSum(int power) {
    double sum = 0;
    for (double each : w) {
      sum += power == 1 ? each : each * each;
    }
    return sum;
  }

  /// tr(P).
  double trace() {
    return weightSum(1) - trace(inverse, gram(x, powers(2, null)));
  }

  /// tr(PP).
  double traceSquared() {
    double[][] second = times(inverse, gram(x, powers(2, null)));
    return weightSum(2) - 2 * trace(inverse, gram(x, powers(3, null))) + trace(second, second);
  }

  /// tr(PV) for a diagonal V.
  double traceWith(double[] v) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * v[i];
    }
    return sum - trace(inverse, gram(x, powers(2, v)));
  }

  /// tr(PVP).
  double traceSquaredWith(double[] v) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * w[i] * v[i];
    }
    double[][] plain = times(inverse, gram(x, powers(2, null)));
    double[][] with = times(inverse, gram(x, powers(2, v)));
    return sum - 2 * trace(inverse, gram(x, powers(3, v))) + trace(with, plain);
  }

  /// tr(PVPV).
  double traceSquaredWithTwice(double[] v) {
    double sum = 0;
    double[] vv = new double[v.length];
    for (int i = 0; i < w.length; i++) {
      vv[i] = v[i] * v[i];
      sum += w[i] * w[i] * vv[i];
    }
    double[][] with = times(inverse, gram(x, powers(2, v)));
    return sum - 2 * trace(inverse, gram(x, powers(3, vv))) + trace(with, with);
  }

  private double[] powers(int power, double @org.jspecify.annotations.Nullable [] times) {
    double[] result = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      double value = power == 2 ? w[i] * w[i] : w[i] * w[i] * w[i];
      result[i] = times == null ? value : value * times[i];
    }
    return result;
  }

  /// X′DX for a diagonal D.
  private static double[][] gram(double[][] x, double[] d) {
    int p = x[0].length;
    double[][] sum = new double[p][p];
    for (int i = 0; i < d.length; i++) {
      for (int a = 0; a < p; a++) {
        double xd = x[i][a] * d[i];
        for (int b = 0; b < p; b++) {
          sum[a][b] += xd * x[i][b];
        }
      }
    }
    return sum;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int a = 0; a < product.length; a++) {
      for (int b = 0; b < vector.length; b++) {
        product[a] += matrix[a][b] * vector[b];
      }
    }
    return product;
  }

  private static double[][] times(double[][] left, double[][] right) {
    int p = left.length;
    double[][] product = new double[p][p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        for (int c = 0; c < p; c++) {
          product[a][b] += left[a][c] * right[c][b];
        }
      }
    }
    return product;
  }

  private static double trace(double[][] left, double[][] right) {
    double sum = 0;
    for (int a = 0; a < left.length; a++) {
      for (int b = 0; b < left.length; b++) {
        sum += left[a][b] * right[b][a];
      }
    }
    return sum;
  }
}
