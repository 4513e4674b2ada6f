package org.cytotrial.evidence.screening;

/// A linear classifier with squared hinge loss and a weight per row, by descent along one dual
/// coordinate at a time (Hsieh et al. 2008, doi:10.1145/1390156.1390208). It keeps its state, so
/// that after one more label a few passes are enough.
///
/// Minimises |w|²/2 + Σ cost·max(0, 1 − side·w·x)²; every row has one more feature, always 1.
final class SquaredHinge {
  private final TextRows rows;
  private final float[] weights;
  private final float[] alpha;
  private double bias;

  SquaredHinge(TextRows rows) {
    this.rows = rows;
    this.weights = new float[rows.width()];
    this.alpha = new float[rows.size()];
  }

  /// Fits one row better, all others held.
  ///
  /// @param side 1 or -1
  /// @return how far the row was from its best place
  double improve(int row, int side, double cost) {
    SparseRow x = rows.row(row);
    double rest = 1 / (2 * cost) + x.missing();
    double gradient = side * (x.dot(weights) + bias) - 1 + rest * alpha[row];
    double curvature = x.squares() + 1 + rest;
    double now = Math.max(alpha[row] - gradient / curvature, 0);
    double step = (now - alpha[row]) * curvature;
    if (step != 0) {
      set(row, side, now);
    }
    return Math.abs(step);
  }

  private void set(int row, int side, double now) {
    double change = side * (now - alpha[row]);
    rows.row(row).addTo(weights, change);
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
    return rows.row(row).dot(weights) + bias;
  }
}
