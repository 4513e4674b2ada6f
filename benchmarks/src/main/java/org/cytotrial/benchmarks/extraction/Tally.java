package org.cytotrial.benchmarks.extraction;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/// Counts of found, right and expected values.
final class Tally {
  private int found;
  private int right;
  private int expected;

  void add(int newlyFound, int newlyRight, int newlyExpected) {
    found += newlyFound;
    right += newlyRight;
    expected += newlyExpected;
  }

  /// Pairs each expected value with at most one found value.
  <T> void match(List<T> given, List<T> truth, BiPredicate<T, T> same) {
    List<T> left = new ArrayList<>(truth);
    int hits = 0;
    for (T value : given) {
      for (int i = 0; i < left.size(); i++) {
        if (same.test(value, left.get(i))) {
          left.remove(i);
          hits++;
          break;
        }
      }
    }
    add(given.size(), hits, truth.size());
  }

  int found() {
    return found;
  }

  int right() {
    return right;
  }

  int expected() {
    return expected;
  }

  double precision() {
    return found == 0 ? Double.NaN : (double) right / found;
  }

  double recall() {
    return expected == 0 ? Double.NaN : (double) right / expected;
  }

  double f1() {
    return 2.0 * right / (found + expected);
  }

  /// A line for F1 against its bar.
  void printF1(PrintStream out, String name, double target) {
    out.printf(
        Locale.ROOT,
        "bar extraction_%s ours=%.3f peer=none target>=%.2f %s  (precision %.3f recall %.3f, %d"
            + " labelled)%n",
        name,
        f1(),
        target,
        f1() >= target ? "held" : "short",
        precision(),
        recall(),
        expected);
  }
}
