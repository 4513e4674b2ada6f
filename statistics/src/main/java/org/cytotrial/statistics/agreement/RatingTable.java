package org.cytotrial.statistics.agreement;

import java.util.Arrays;

/// How often two raters chose each pair of categories: the first rater's choice is the row.
public final class RatingTable {
  private final int[][] counts;
  private final int total;

  /// A square table of at least two categories.
  ///
  /// @throws IllegalArgumentException if it is not square, or holds a negative number or nothing
  public RatingTable(int[][] counts) {
    int sum = 0;
    this.counts = new int[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      this.counts[i] = counts[i].clone();
      if (counts[i].length != counts.length || Arrays.stream(counts[i]).anyMatch(n -> n < 0)) {
        throw new IllegalArgumentException(
            "Row "
                + i
                + " of the table of ratings is "
                + Arrays.toString(counts[i])
                + ". It needs "
                + counts.length
                + " counts of 0 or more.");
      }
      sum += Arrays.stream(counts[i]).sum();
    }
    if (counts.length < 2 || sum == 0) {
      throw new IllegalArgumentException(
          "Agreement needs two or more categories and something rated, not "
              + counts.length
              + " and "
              + sum
              + ".");
    }
    this.total = sum;
  }

  public int categories() {
    return counts.length;
  }

  /// How many things both rated.
  public int total() {
    return total;
  }

  double share(int first, int second) {
    return counts[first][second] / (double) total;
  }

  int count(int first, int second) {
    return counts[first][second];
  }

  /// The share of a category in the first rater's choices.
  double first(int category) {
    double sum = 0;
    for (int j = 0; j < counts.length; j++) {
      sum += share(category, j);
    }
    return sum;
  }

  /// The share of a category in the second rater's choices.
  double second(int category) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += share(i, category);
    }
    return sum;
  }

  /// The share on which both agree.
  public double agreement() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += share(i, i);
    }
    return sum;
  }
}
