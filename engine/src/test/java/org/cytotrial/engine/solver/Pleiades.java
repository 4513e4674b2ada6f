package org.cytotrial.engine.solver;

/// Seven stars in a plane, of masses 1 to 7: Hairer, Norsett & Wanner I
/// (doi:10.1007/978-3-540-78862-1), section II.10. The order of the state is x, y, x', y'.
final class Pleiades extends DenseSystem {
  static final double[] START = {
    3, 3, -1, -3, 2, -2, 2, 3, -3, 2, 0, 0, -4, 4, 0, 0, 0, 0, 0, 1.75, -1.5, 0, 0, 0, -1.25, 1, 0,
    0
  };
  private static final int STARS = 7;

  Pleiades() {
    super(4 * STARS);
  }

  @Override
  public void derivative(double t, double[] y, double[] f) {
    System.arraycopy(y, 2 * STARS, f, 0, 2 * STARS);
    for (int i = 0; i < STARS; i++) {
      double ax = 0;
      double ay = 0;
      for (int j = 0; j < STARS; j++) {
        if (j != i) {
          double dx = y[j] - y[i];
          double dy = y[STARS + j] - y[STARS + i];
          double r = Math.hypot(dx, dy);
          ax += (j + 1) * dx / (r * r * r);
          ay += (j + 1) * dy / (r * r * r);
        }
      }
      f[2 * STARS + i] = ax;
      f[3 * STARS + i] = ay;
    }
  }

  @Override
  void jacobian(double t, double[] y, double[][] a) {
    for (int i = 0; i < 2 * STARS; i++) {
      a[i][2 * STARS + i] = 1;
    }
    for (int i = 0; i < STARS; i++) {
      for (int j = 0; j < STARS; j++) {
        if (j != i) {
          attraction(y, a, i, j);
        }
      }
    }
  }

  private static void attraction(double[] y, double[][] a, int i, int j) {
    double dx = y[j] - y[i];
    double dy = y[STARS + j] - y[STARS + i];
    double r2 = dx * dx + dy * dy;
    double factor = (j + 1) / (r2 * r2 * Math.sqrt(r2));
    double[][] block = {
      {factor * (r2 - 3 * dx * dx), -3 * factor * dx * dy},
      {-3 * factor * dx * dy, factor * (r2 - 3 * dy * dy)}
    };
    for (int u = 0; u < 2; u++) {
      for (int v = 0; v < 2; v++) {
        a[(2 + u) * STARS + i][v * STARS + j] += block[u][v];
        a[(2 + u) * STARS + i][v * STARS + i] -= block[u][v];
      }
    }
  }
}
