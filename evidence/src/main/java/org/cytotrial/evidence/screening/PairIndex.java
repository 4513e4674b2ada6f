package org.cytotrial.evidence.screening;

import java.util.Arrays;

/// Numbers pairs of word numbers in the order first seen; a hash table without objects, since a
/// review has millions of pairs.
final class PairIndex {
  private static final long EMPTY = -1;

  private long[] keys = new long[1 << 14];
  private int[] numbers = new int[1 << 14];
  private int size;

  PairIndex() {
    Arrays.fill(keys, EMPTY);
  }

  int size() {
    return size;
  }

  /// The number of a pair, or -1 where it was never added.
  int find(int first, int second) {
    int slot = slot(key(first, second));
    return keys[slot] == EMPTY ? -1 : numbers[slot];
  }

  int add(int first, int second) {
    long key = key(first, second);
    int slot = slot(key);
    if (keys[slot] != EMPTY) {
      return numbers[slot];
    }
    keys[slot] = key;
    numbers[slot] = size++;
    if (2 * size > keys.length) {
      grow();
    }
    return size - 1;
  }

  private static long key(int first, int second) {
    return ((long) first << 32) | second;
  }

  private int slot(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[2 * oldKeys.length];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
