package org.cytotrial.evidence.screening;

import java.util.Arrays;

/// The features of many texts, one row after the other in two arrays: column numbers and their
/// values. Rows that are read one after the other should be added so, since most of the time of a
/// fit is the wait for memory.
final class SparseRows {
  private final int[] starts;
  private final int[] ends;
  private final double[] squares;
  private int[] columns;
  private float[] values;
  private int size;

  /// @param rows how many rows there will be
  /// @param room for how many numbers there is room at first
  SparseRows(int rows, int room) {
    starts = new int[rows];
    ends = new int[rows];
    squares = new double[rows];
    columns = new int[room];
    values = new float[room];
  }

  /// Fills a row that is still empty with the first of the given numbers.
  void add(int row, int[] newColumns, float[] newValues, int count) {
    if (size + count > columns.length) {
      int room = Math.max(size + count, columns.length + columns.length / 2);
      columns = Arrays.copyOf(columns, room);
      values = Arrays.copyOf(values, room);
    }
    starts[row] = size;
    System.arraycopy(newColumns, 0, columns, size, count);
    System.arraycopy(newValues, 0, values, size, count);
    size += count;
    ends[row] = size;
    double sum = 0;
    for (int j = starts[row]; j < size; j++) {
      sum += values[j] * values[j];
    }
    squares[row] = sum;
  }

  /// The number of rows.
  int count() {
    return starts.length;
  }

  /// Four sums side by side, since each addition waits for the one before.
  double dot(int row, float[] weights) {
    int[] at = columns;
    float[] x = values;
    int j = starts[row];
    int end = ends[row];
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (; j + 3 < end; j += 4) {
      a += weights[at[j]] * x[j];
      b += weights[at[j + 1]] * x[j + 1];
      c += weights[at[j + 2]] * x[j + 2];
      d += weights[at[j + 3]] * x[j + 3];
    }
    for (; j < end; j++) {
      a += weights[at[j]] * x[j];
    }
    return a + b + (c + d);
  }

  void addTo(int row, float[] weights, double factor) {
    int[] at = columns;
    float[] x = values;
    float f = (float) factor;
    int end = ends[row];
    for (int j = starts[row]; j < end; j++) {
      weights[at[j]] += f * x[j];
    }
  }

  /// The squared length of what is kept.
  double squares(int row) {
    return squares[row];
  }

  /// The squared length of the features that no other text has, which are not kept; the whole has
  /// length 1.
  double missing(int row) {
    return ends[row] == starts[row] ? 0 : Math.max(0, 1 - squares[row]);
  }
}
