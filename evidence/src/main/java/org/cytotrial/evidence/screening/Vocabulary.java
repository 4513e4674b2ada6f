package org.cytotrial.evidence.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the words and the pairs of neighbouring words of texts.
final class Vocabulary {
  private static final int WORD_BIT = 1;

  private final Map<String, Integer> words = new HashMap<>();
  private final PairIndex pairs = new PairIndex();

  /// The features of a text, sorted, each as often as it stands there: words have odd numbers,
  /// pairs even ones.
  int[] features(ScreeningText text, boolean grow) {
    List<String> title = Words.of(text.title());
    List<String> body = Words.of(text.abstractText());
    int[] found = new int[2 * (title.size() + body.size())];
    int k = 0;
    int before = -1;
    for (List<String> part : List.of(title, body)) {
      for (String word : part) {
        int number = word(word, grow);
        if (number >= 0) {
          found[k++] = 2 * number + WORD_BIT;
        }
        int pair = before < 0 || number < 0 ? -1 : pair(before, number, grow);
        if (pair >= 0) {
          found[k++] = 2 * pair;
        }
        before = number;
      }
    }
    int[] sorted = Arrays.copyOf(found, k);
    Arrays.sort(sorted);
    return sorted;
  }

  /// One more than the largest feature so far.
  int limit() {
    return 2 * Math.max(words.size(), pairs.size());
  }

  private int word(String word, boolean grow) {
    Integer number = words.get(word);
    if (number != null) {
      return number;
    }
    if (!grow) {
      return -1;
    }
    words.put(word, words.size());
    return words.size() - 1;
  }

  private int pair(int first, int second, boolean grow) {
    return grow ? pairs.add(first, second) : pairs.find(first, second);
  }
}
