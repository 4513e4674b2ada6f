package org.cytotrial.statistics.numeric;

/// A symmetric positive definite matrix, factored once: Higham 2002, chapter 10
/// (doi:10.1137/1.9780898718027).
public final class Cholesky {
  // A pivot below this share of its diagonal is no longer told from a column that the others make
  // up.
  private static final double SINGULAR = 1e-13;

  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /// Factors a matrix, of which the lower triangle is read.
  ///
  /// @throws ArithmeticException if a column is a sum of the others, so that no unique answer
  ///   exists
  public static Cholesky of(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int m = 0; m < j; m++) {
          sum -= lower[i][m] * lower[j][m];
        }
        if (i > j) {
          lower[i][j] = sum / lower[j][j];
        } else if (sum > SINGULAR * matrix[i][i]) {
          lower[i][i] = Math.sqrt(sum);
        } else {
          throw new ArithmeticException(
              "Column " + (i + 1) + " is determined by the columns before it.");
        }
      }
    }
    return new Cholesky(lower);
  }

  /// The vector x with matrix · x = `right`.
  public double[] solve(double[] right) {
    int n = lower.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int m = 0; m < i; m++) {
        x[i] -= lower[i][m] * x[m];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int m = i + 1; m < n; m++) {
        x[i] -= lower[m][i] * x[m];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /// The inverse of the matrix.
  public double[][] inverse() {
    int n = lower.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }

  /// The natural logarithm of the determinant.
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }
    return sum;
  }
}
