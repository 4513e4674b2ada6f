package org.cytotrial.statistics.weighting;

/// The dual of [MaximumEntropyWeights] at one λ: its value, weights, gradient and Hessian (the
/// weighted covariance).
final class DualPoint {
  private final double[] lambda;
  private final double value;
  private final double[] weights;
  private final double[] gradient;
  private final double[][] hessian;

  private DualPoint(double[] lambda, double value, double[] weights, double[][] distances) {
    this.lambda = lambda;
    this.value = value;
    this.weights = weights;
    this.gradient = new double[lambda.length];
    this.hessian = new double[lambda.length][lambda.length];
    accumulate(distances);
  }

  /// Evaluates at a λ; shifting the exponents by their largest keeps the exponentials from
  /// overflowing.
  static DualPoint at(double[] lambda, double[][] distances) {
    double[] weights = new double[distances.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < lambda.length; j++) {
        weights[i] += lambda[j] * distances[i][j];
      }
      largest = Math.max(largest, weights[i]);
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(weights[i] - largest);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    double value = largest + StrictMath.log(sum / weights.length);
    return new DualPoint(lambda, value, weights, distances);
  }

  private void accumulate(double[][] distances) {
    int m = lambda.length;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < m; j++) {
        double weighted = weights[i] * distances[i][j];
        gradient[j] += weighted;
        for (int k = 0; k <= j; k++) {
          hessian[j][k] += weighted * distances[i][k];
        }
      }
    }
    for (int j = 0; j < m; j++) {
      for (int k = 0; k <= j; k++) {
        hessian[j][k] -= gradient[j] * gradient[k];
        hessian[k][j] = hessian[j][k];
      }
    }
  }

  double[] lambda() {
    return lambda;
  }

  double value() {
    return value;
  }

  double[] weights() {
    return weights;
  }

  double[] gradient() {
    return gradient;
  }

  /// The largest distance to a target.
  double residual() {
    double largest = 0;
    for (double g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    return largest;
  }

  /// Solves (H + damping·I) d = −g by Cholesky's method; not finite where the matrix is singular to
  /// rounding.
  double[] newtonDirection(double damping) {
    int m = lambda.length;
    double[][] root = new double[m][m];
    double[] d = new double[m];
    for (int j = 0; j < m; j++) {
      d[j] = -gradient[j];
      for (int k = 0; k <= j; k++) {
        double sum = hessian[j][k] + (j == k ? damping : 0);
        for (int l = 0; l < k; l++) {
          sum -= root[j][l] * root[k][l];
        }
        root[j][k] = j == k ? Math.sqrt(sum) : sum / root[k][k];
      }
    }
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < j; k++) {
        d[j] -= root[j][k] * d[k];
      }
      d[j] /= root[j][j];
    }
    for (int j = m - 1; j >= 0; j--) {
      for (int k = j + 1; k < m; k++) {
        d[j] -= root[k][j] * d[k];
      }
      d[j] /= root[j][j];
    }
    return d;
  }
}
