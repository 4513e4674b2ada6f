package org.cytotrial.engine.solver;

/// A small system written by hand, with a dense LU factorisation with pivoting, independent of the
/// generated code.
abstract class DenseSystem implements OdeSystem {
  private final int n;
  private final double[][] jacobian;
  private final double[][] lu;
  private final int[] order;

  DenseSystem(int dimension) {
    n = dimension;
    jacobian = new double[n][n];
    lu = new double[n][n];
    order = new int[n];
  }

  /// Writes the Jacobian of f into `j`, every entry.
  abstract void jacobian(double t, double[] y, double[][] j);

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public void linearise(double t, double[] y, double[] f) {
    derivative(t, y, f);
    jacobian(t, y, jacobian);
  }

  @Override
  public boolean dependsOnTime() {
    return false;
  }

  @Override
  public void byTime(double t, double[] y, double[] ft) {
    throw new IllegalStateException("this system does not depend on time");
  }

  @Override
  public void factor(double shift) {
    for (int i = 0; i < n; i++) {
      order[i] = i;
      for (int j = 0; j < n; j++) {
        lu[i][j] = (i == j ? shift : 0) - jacobian[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      pivot(k);
      for (int i = k + 1; i < n; i++) {
        lu[i][k] /= lu[k][k];
        for (int j = k + 1; j < n; j++) {
          lu[i][j] -= lu[i][k] * lu[k][j];
        }
      }
    }
  }

  private void pivot(int k) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(lu[i][k]) > Math.abs(lu[best][k])) {
        best = i;
      }
    }
    double[] row = lu[k];
    lu[k] = lu[best];
    lu[best] = row;
    int place = order[k];
    order[k] = order[best];
    order[best] = place;
  }

  @Override
  public void solve(double[] b) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = b[order[i]];
      for (int j = 0; j < i; j++) {
        x[i] -= lu[i][j] * x[j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= lu[i][j] * x[j];
      }
      x[i] /= lu[i][i];
    }
    System.arraycopy(x, 0, b, 0, n);
  }
}
