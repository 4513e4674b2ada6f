package org.cytotrial.evidence.screening;

import java.util.List;

/// Texts as sparse rows of unit length: words and pairs of neighbouring words, weighted by 1 +
/// ln(count) and by smoothed inverse document frequency (Salton and Buckley 1988,
/// doi:10.1016/0306-4573(88)90021-0). Features in more than 95 % of the texts are left out.
///
/// Features of one text alone join it to no other, and more than half of all are such: they count
/// in its length but are not kept. Frequent features have the first columns, so that the weights
/// that are read most lie together.
final class TextRows {
  private static final double COMMONEST = 0.95;

  /// About as many features of a text are kept.
  private static final int USUAL_LENGTH = 200;

  private final float[] rarity;
  private final int[] column;
  private final int width;
  private final SparseRows rows;
  private int[] columns = new int[USUAL_LENGTH];
  private float[] values = new float[USUAL_LENGTH];

  private TextRows(int[] frequency, int n) {
    rarity = new float[frequency.length];
    boolean[] kept = new boolean[frequency.length];
    for (int f = 0; f < frequency.length; f++) {
      boolean common = frequency[f] > COMMONEST * n;
      rarity[f] = common ? 0 : (float) (Math.log((1.0 + n) / (1.0 + frequency[f])) + 1);
      kept[f] = !common && frequency[f] >= 2;
    }
    column = new int[frequency.length];
    width = number(frequency, kept, n);
    rows = new SparseRows(n + 1, (n + 1) * USUAL_LENGTH);
  }

  /// The texts as rows of the same numbers, and after them one more, in the features of the others:
  /// words that no text has are passed over.
  ///
  /// @param order in which the texts will be read most often
  static TextRows of(List<ScreeningText> texts, int[] order, ScreeningText more) {
    int n = texts.size();
    var vocabulary = new Vocabulary();
    int[][] features = new int[n][];
    for (int i = 0; i < n; i++) {
      features[i] = vocabulary.features(texts.get(i), true);
    }
    var rows = new TextRows(frequency(features, vocabulary.limit()), n);
    for (int i : order) {
      rows.add(i, features[i]);
    }
    rows.add(n, vocabulary.features(more, false));
    return rows;
  }

  private static int[] frequency(int[][] features, int limit) {
    int[] frequency = new int[limit];
    for (int[] row : features) {
      for (int j = 0; j < row.length; j++) {
        if (j == 0 || row[j] != row[j - 1]) {
          frequency[row[j]]++;
        }
      }
    }
    return frequency;
  }

  /// Numbers the kept features from the most frequent on; returns how many there are.
  private int number(int[] frequency, boolean[] kept, int n) {
    int[] next = new int[n + 2];
    for (int f = 0; f < frequency.length; f++) {
      if (kept[f]) {
        next[frequency[f]]++;
      }
    }
    int before = 0;
    for (int often = n; often >= 0; often--) {
      int count = next[often];
      next[often] = before;
      before += count;
    }
    for (int f = 0; f < frequency.length; f++) {
      column[f] = kept[f] ? next[frequency[f]]++ : -1;
    }
    return before;
  }

  private void add(int row, int[] features) {
    if (features.length > columns.length) {
      columns = new int[features.length];
      values = new float[features.length];
    }
    double squares = 0;
    int k = 0;
    for (int j = 0; j < features.length; ) {
      int f = features[j];
      int end = j;
      while (end < features.length && features[end] == f) {
        end++;
      }
      double value = (1 + Math.log(end - j)) * rarity[f];
      squares += value * value;
      if (column[f] >= 0) {
        columns[k] = column[f];
        values[k++] = (float) value;
      }
      j = end;
    }
    float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    for (int j = 0; j < k; j++) {
      values[j] *= scale;
    }
    rows.add(row, columns, values, k);
  }

  SparseRows rows() {
    return rows;
  }

  /// The number of columns.
  int width() {
    return width;
  }
}
