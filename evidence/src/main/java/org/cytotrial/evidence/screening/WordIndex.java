package org.cytotrial.evidence.screening;

import java.util.Arrays;

/// Numbers words in the order first seen; a hash table whose words stand in one array of letters.
final class WordIndex {
  private static final int FIRST_SLOTS = 1 << 14;
  private static final int ABSENT = -1;

  /// One more than the number of the word in each slot; 0 where there is none.
  private int[] slots = new int[FIRST_SLOTS];

  private int[] hashes = new int[FIRST_SLOTS / 2];
  private int[] starts = new int[FIRST_SLOTS / 2 + 1];
  private char[] letters = new char[FIRST_SLOTS];
  private int size;

  int size() {
    return size;
  }

  /// The number of the word that stands there, or -1 where it was never added.
  int find(Words word) {
    return slots[slot(word, hash(word))] - 1;
  }

  int add(Words word) {
    int hash = hash(word);
    int slot = slot(word, hash);
    if (slots[slot] - 1 != ABSENT) {
      return slots[slot] - 1;
    }
    if (2 * size + 2 > slots.length) {
      grow();
      slot = slot(word, hash);
    }
    int from = starts[size];
    int to = from + word.length();
    if (to > letters.length) {
      letters = Arrays.copyOf(letters, 2 * to);
    }
    System.arraycopy(word.letters(), word.start(), letters, from, word.length());
    hashes[size] = hash;
    slots[slot] = ++size;
    starts[size] = to;
    return size - 1;
  }

  private static int hash(Words word) {
    int hash = 0;
    char[] from = word.letters();
    int end = word.start() + word.length();
    for (int i = word.start(); i < end; i++) {
      hash = 31 * hash + from[i];
    }
    return hash;
  }

  private int slot(Words word, int hash) {
    int slot = first(hash);
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, word, hash)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int first(int hash) {
    return ((hash * 0x9e3779b9) >>> 8) & (slots.length - 1);
  }

  private boolean isAt(int number, Words word, int hash) {
    return hashes[number] == hash
        && Arrays.equals(
            letters,
            starts[number],
            starts[number + 1],
            word.letters(),
            word.start(),
            word.start() + word.length());
  }

  private void grow() {
    slots = new int[2 * slots.length];
    hashes = Arrays.copyOf(hashes, slots.length / 2);
    starts = Arrays.copyOf(starts, slots.length / 2 + 1);
    for (int number = 0; number < size; number++) {
      int slot = first(hashes[number]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }
}
