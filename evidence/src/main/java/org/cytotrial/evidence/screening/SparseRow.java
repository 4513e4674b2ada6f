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

  /// Four sums side by side, since each addition waits for the one before.
  double dot(float[] weights) {
    int n = columns.length;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int j = 0;
    for (; j + 3 < n; j += 4) {
      a += weights[columns[j]] * values[j];
      b += weights[columns[j + 1]] * values[j + 1];
      c += weights[columns[j + 2]] * values[j + 2];
      d += weights[columns[j + 3]] * values[j + 3];
    }
    for (; j < n; j++) {
      a += weights[columns[j]] * values[j];
    }
    return a + b + (c + d);
  }

  void addTo(float[] weights, double factor) {
    float f = (float) factor;
    for (int j = 0; j < columns.length; j++) {
      weights[columns[j]] += f * values[j];
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
