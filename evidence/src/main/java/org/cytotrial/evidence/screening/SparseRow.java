package org.cytotrial.evidence.screening;

/// The features of one text: columns in increasing order, and their values.
final class SparseRow {
  private final int[] columns;
  private final float[] values;
  private final double squares;

  SparseRow(int[] columns, float[] values) {
    this.columns = columns;
    this.values = values;
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    this.squares = sum;
  }

  double dot(float[] weights) {
    double sum = 0;
    for (int j = 0; j < columns.length; j++) {
      sum += weights[columns[j]] * values[j];
    }
    return sum;
  }

  void addTo(float[] weights, double factor) {
    for (int j = 0; j < columns.length; j++) {
      weights[columns[j]] += (float) (factor * values[j]);
    }
  }

  /// The squared length of what is kept.
  double squares() {
    return squares;
  }

  /// The squared length of the features that no other text has, which are not kept; the whole has
  /// length 1.
  double missing() {
    return columns.length == 0 ? 0 : Math.max(0, 1 - squares);
  }
}
