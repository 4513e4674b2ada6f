package org.cytotrial.evidence.screening;

/// A linear classifier with squared hinge loss and a weight per row, by descent along one dual
/// coordinate at a time (Hsieh et al. 2008, doi:10.1145/1390156.1390208). It keeps its state, so
/// that after one more label a few passes are enough.
///
/// Minimises |w|²/2 + Σ cost·max(0, 1 − side·w·x)²; every row has one more feature, always 1.
final class SquaredHinge {
  private static final double SMALLEST_STEP = 1e-3;

  private final SparseRows rows;
  private final float[] weights;
  private final float[] alpha;
  private double bias;

  SquaredHinge(SparseRows rows, int columns) {
    this.rows = rows;
    this.weights = new float[columns];
    this.alpha = new float[rows.count()];
  }

  /// Fits one row better, all others held.
  ///
  /// @param side 1 or -1
  /// @return how far the row was from its best place
  double improve(int row, int side, double cost) {
    return improve(row, side, cost, rows.dot(row, weights));
  }

  /// As [#improve(int, int, double)], for a score that is known; tiny steps are left out.
  double improve(int row, int side, double cost, double score) {
    double rest = 1 / (2 * cost) + rows.missing(row);
    double curvature = rows.squares(row) + 1 + rest;
    double now =
        Math.max(alpha[row] - (side * (score + bias) - 1 + rest * alpha[row]) / curvature, 0);
    double step = Math.abs(now - alpha[row]) * curvature;
    if (step > SMALLEST_STEP) {
      set(row, side, now);
    }
    return step;
  }

  private void set(int row, int side, double now) {
    double change = side * (now - alpha[row]);
    rows.addTo(row, weights, change);
    bias += change;
    alpha[row] = (float) now;
  }

  /// Takes out what a row contributed.
  ///
  /// @param side the side on which it was
  void forget(int row, int side) {
    set(row, side, 0);
  }

  /// The distance of a row from the border, without what only the row itself holds.
  double score(int row) {
    return rows.dot(row, weights);
  }
}
