package org.cytotrial.evidence.screening;

import java.util.Arrays;

/// Numbers the words and the pairs of neighbouring words of texts.
final class Vocabulary {
  private static final int WORD_BIT = 1;

  private final WordIndex words = new WordIndex();
  private final PairIndex pairs = new PairIndex();
  private final Words reader = new Words();
  private int[] found = new int[1024];
  private int count;
  private int before;

  /// The features of a text, sorted, each as often as it stands there: words have odd numbers,
  /// pairs even ones.
  int[] features(ScreeningText text, boolean grow) {
    count = 0;
    before = -1;
    read(text.title(), grow);
    read(text.abstractText(), grow);
    int[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private void read(String part, boolean grow) {
    reader.read(part);
    while (reader.next()) {
      if (count + 2 > found.length) {
        found = Arrays.copyOf(found, 2 * found.length);
      }
      int number = grow ? words.add(reader) : words.find(reader);
      if (number >= 0) {
        found[count++] = 2 * number + WORD_BIT;
      }
      int pair = before < 0 || number < 0 ? -1 : pair(before, number, grow);
      if (pair >= 0) {
        found[count++] = 2 * pair;
      }
      before = number;
    }
  }

  /// One more than the largest feature so far.
  int limit() {
    return 2 * Math.max(words.size(), pairs.size());
  }

  private int pair(int first, int second, boolean grow) {
    return grow ? pairs.add(first, second) : pairs.find(first, second);
  }
}
