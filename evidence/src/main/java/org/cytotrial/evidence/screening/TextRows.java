package org.cytotrial.evidence.screening;

import java.util.Arrays;
import java.util.List;

/// Texts as sparse rows of unit length: words and pairs of neighbouring words, weighted by 1 +
/// ln(count) and by smoothed inverse document frequency (Salton and Buckley 1988,
/// doi:10.1016/0306-4573(88)90021-0). Features in more than 95 % of the texts are left out.
///
/// Features of one text alone join it to no other, and more than half of all are such: they count
/// in its length but are not kept.
final class TextRows {
  private static final double COMMONEST = 0.95;

  private final Vocabulary vocabulary;
  private final float[] rarity;
  private final int[] place;
  private final SparseRow[] rows;
  private final int width;

  private TextRows(
      Vocabulary vocabulary, float[] rarity, int[] place, SparseRow[] rows, int width) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
    this.place = place;
    this.rows = rows;
    this.width = width;
  }

  static TextRows of(List<ScreeningText> texts) {
    int n = texts.size();
    var vocabulary = new Vocabulary();
    int[][] features = new int[n][];
    for (int i = 0; i < n; i++) {
      features[i] = vocabulary.features(texts.get(i), true);
    }
    int[] frequency = frequency(features, vocabulary.limit());
    float[] rarity = new float[frequency.length];
    int[] place = new int[frequency.length];
    int width = 0;
    for (int f = 0; f < frequency.length; f++) {
      boolean common = frequency[f] > COMMONEST * n;
      rarity[f] = common ? 0 : (float) (Math.log((1.0 + n) / (1.0 + frequency[f])) + 1);
      place[f] = common || frequency[f] < 2 ? -1 : width++;
    }
    var rows = new SparseRow[n];
    for (int i = 0; i < n; i++) {
      rows[i] = row(features[i], rarity, place);
    }
    return new TextRows(vocabulary, rarity, place, rows, width);
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

  private static SparseRow row(int[] features, float[] rarity, int[] place) {
    int[] columns = new int[features.length];
    float[] values = new float[features.length];
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
      if (place[f] >= 0) {
        columns[k] = place[f];
        values[k++] = (float) value;
      }
      j = end;
    }
    float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    for (int j = 0; j < k; j++) {
      values[j] *= scale;
    }
    return new SparseRow(Arrays.copyOf(columns, k), Arrays.copyOf(values, k));
  }

  /// Another text in the same features; words that no record has are passed over.
  SparseRow row(ScreeningText text) {
    return row(vocabulary.features(text, false), rarity, place);
  }

  /// The rows of the texts, and after them those given.
  SparseRow[] with(SparseRow... more) {
    SparseRow[] all = Arrays.copyOf(rows, rows.length + more.length);
    System.arraycopy(more, 0, all, rows.length, more.length);
    return all;
  }

  /// The number of columns.
  int width() {
    return width;
  }
}
