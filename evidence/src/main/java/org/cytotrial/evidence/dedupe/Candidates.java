package org.cytotrial.evidence.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/// Finds the pairs worth comparing: those that share something that few records share.
///
/// Each record is filed under several keys, hashed to 64 bits. A key under which more than
/// [#LARGEST] records stand is no clue: there each is compared with its neighbours only, after
/// sorting by title and place.
final class Candidates {
  private static final int LARGEST = 60;
  private static final int WORDS = 5;

  private Candidates() {}

  /// Gives every candidate pair once, the smaller index first.
  static void forEach(List<ComparableRecord> records, BiConsumer<Integer, Integer> pair) {
    long[][] filed = new long[records.size()][];
    int total = 0;
    for (int i = 0; i < filed.length; i++) {
      filed[i] = keys(records.get(i));
      total += filed[i].length;
    }
    long[] hashes = new long[total];
    int at = 0;
    for (long[] keys : filed) {
      for (long key : keys) {
        hashes[at++] = key;
      }
    }
    long[] pairs = pairs(records, new Index(filed, hashes));
    Arrays.sort(pairs);
    for (int i = 0; i < pairs.length; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pair.accept((int) (pairs[i] >>> 32), (int) pairs[i]);
      }
    }
  }

  /// Which records stand under each key: members of one key are neighbours in `members`.
  private static final class Index {
    final long[] keys;
    final int[] starts;
    final int[] members;

    Index(long[][] filed, long[] hashes) {
      Arrays.sort(hashes);
      keys = distinct(hashes);
      starts = new int[keys.length + 1];
      for (long hash : hashes) {
        starts[Arrays.binarySearch(keys, hash) + 1]++;
      }
      for (int k = 0; k < keys.length; k++) {
        starts[k + 1] += starts[k];
      }
      members = new int[hashes.length];
      int[] next = Arrays.copyOf(starts, keys.length);
      for (int i = 0; i < filed.length; i++) {
        for (long key : filed[i]) {
          members[next[Arrays.binarySearch(keys, key)]++] = i;
        }
      }
    }

    private static long[] distinct(long[] sorted) {
      int n = 0;
      long[] keys = new long[sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          keys[n++] = sorted[i];
        }
      }
      return Arrays.copyOf(keys, n);
    }
  }

  private static long[] pairs(List<ComparableRecord> records, Index index) {
    long[] pairs = new long[1024];
    int n = 0;
    Comparator<Integer> order =
        Comparator.comparing((Integer i) -> records.get(i).title().letters())
            .thenComparing(i -> records.get(i).volume())
            .thenComparingLong(i -> records.get(i).pages().first())
            .thenComparing(i -> i);
    for (int k = 0; k < index.keys.length; k++) {
      int size = index.starts[k + 1] - index.starts[k];
      if (size < 2) {
        continue;
      }
      List<Integer> members = new ArrayList<>(size);
      for (int m = index.starts[k]; m < index.starts[k + 1]; m++) {
        members.add(index.members[m]);
      }
      if (size > LARGEST) {
        members.sort(order);
      }
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < Math.min(size, i + LARGEST); j++) {
          if (n == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * n);
          }
          pairs[n++] = pair(members.get(i), members.get(j));
        }
      }
    }
    return Arrays.copyOf(pairs, n);
  }

  private static long pair(int i, int j) {
    return ((long) Math.min(i, j) << 32) | Math.max(i, j);
  }

  private static long[] keys(ComparableRecord r) {
    List<String> keys = new ArrayList<>();
    add(keys, "doi", r.doi());
    add(keys, "pmid", r.pmid());
    List<String> words = r.title().words();
    if (!words.isEmpty()) {
      String letters = r.title().letters();
      keys.add("all " + letters);
      keys.add("begin " + letters.substring(0, Math.min(letters.length(), 25)));
      keys.add("end " + letters.substring(Math.max(0, letters.length() - 25)));
      keys.add(
          "long "
              + words.stream()
                  .distinct()
                  .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
                  .limit(WORDS)
                  .toList());
    }
    String author = r.authors().first();
    if (r.pages().isKnown()) {
      add(keys, "place " + r.pages().first() + " ", r.volume());
      add(keys, "page " + r.pages().first() + " " + r.year() + " ", author);
      if (r.pages().last() > 0 && r.year() > 0) {
        keys.add("range " + r.pages().first() + " " + r.pages().last() + " " + r.year());
      }
    }
    if (!author.isEmpty() && r.year() > 0 && r.journal().isKnown()) {
      add(keys, "volume " + author + " " + r.year() + " ", r.volume());
      keys.add("journal " + author + " " + r.year() + " " + r.journal().letters());
    }
    add(keys, "abstract ", r.abstractStart());
    return keys.stream().mapToLong(Candidates::hash).distinct().toArray();
  }

  private static void add(List<String> keys, String kind, String value) {
    if (!value.isEmpty()) {
      keys.add(kind + value);
    }
  }

  /// FNV-1a over the characters, then mixed.
  private static long hash(String key) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      h = (h ^ key.charAt(i)) * 0x100000001b3L;
    }
    h ^= h >>> 32;
    return h * 0x9e3779b97f4a7c15L;
  }
}
