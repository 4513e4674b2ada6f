package org.cytotrial.evidence.screening;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;

/// Ranks the records that were not labelled yet, and learns from every label.
///
/// The same texts, criteria, seed and observations in the same order give the same ranking. Not
/// safe for several threads.
public final class ScreeningModel {
  /// Total weight of the labels for each label: as ASReview's ELAS u4.
  private static final double COST = 0.11;

  /// The weight of all relevant records together, for 1 of all others together: as ELAS u4.
  private static final double BALANCE = 9.8;

  /// The weight of all records not labelled, presumed irrelevant, for 1 of the irrelevant ones.
  private static final double PRESUMED = 0.3;

  private static final int FIRST_PASSES = 30;
  private static final int PASSES = 2;
  private static final double CLOSE = 1e-3;
  private static final int PRESUMED_AT_MOST = 2500;

  private final TextRows rows;
  private final SquaredHinge classifier;
  private final int[] order;
  private final int[] labels;
  private final int[] labelled;
  private int count;
  private int relevant;
  private boolean learned;
  private final double[] criteriaScores;

  /// Starts without labels.
  ///
  /// @param criteria the eligibility criteria, from which the first records are chosen
  public ScreeningModel(List<ScreeningText> texts, Optional<String> criteria, long seed) {
    this.rows = TextRows.of(texts);
    this.classifier = new SquaredHinge(rows);
    this.labels = new int[texts.size()];
    this.labelled = new int[texts.size()];
    this.order = shuffled(texts.size(), new Seed(seed).stream(0, "screening order"));
    this.criteriaScores = new double[texts.size()];
    if (criteria.isPresent()) {
      var weights = new float[rows.width()];
      rows.row(new ScreeningText("", criteria.get())).addTo(weights, 1);
      for (int i = 0; i < criteriaScores.length; i++) {
        criteriaScores[i] = rows.row(i).dot(weights);
      }
    }
  }

  private static int[] shuffled(int n, RandomStream random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextIndex(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /// Learns a label; a record labelled before gets the new label instead.
  public void observe(int row, boolean isRelevant) {
    int label = isRelevant ? 1 : -1;
    if (labels[row] == label) {
      return;
    }
    if (labels[row] == 0) {
      labelled[count++] = row;
    }
    if (labels[row] > 0 || isRelevant) {
      classifier.forget(row, labels[row] > 0 ? 1 : -1);
      relevant += isRelevant ? 1 : -1;
    }
    labels[row] = label;
    learned = false;
  }

  /// The record to show next; empty when all are labelled.
  public OptionalInt next() {
    double[] scores = scores();
    int best = -1;
    for (int row : order) {
      if (labels[row] == 0 && (best < 0 || scores[row] > scores[best])) {
        best = row;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /// The score of each record: the higher, the more like the relevant ones. Scores order the
  /// records; they are not probabilities.
  public double[] scores() {
    if (relevant == 0) {
      return criteriaScores.clone();
    }
    learn();
    double[] scores = new double[labels.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = classifier.score(i);
    }
    return scores;
  }

  private void learn() {
    if (learned) {
      return;
    }
    double total = COST * count;
    double share = total / (1 + BALANCE);
    int presumed = Math.min(PRESUMED_AT_MOST, labels.length - count);
    double costRelevant = share * BALANCE / relevant;
    double costIrrelevant = share / Math.max(1, count - relevant);
    double costPresumed = share * PRESUMED / Math.max(1, presumed);
    int passes = count == relevant || relevant == 1 ? FIRST_PASSES : PASSES;
    for (int pass = 0; pass < passes; pass++) {
      double farthest = 0;
      for (int j = count - 1; j >= 0; j--) {
        int row = labelled[j];
        double cost = labels[row] > 0 ? costRelevant : costIrrelevant;
        farthest = Math.max(farthest, classifier.improve(row, labels[row], cost));
      }
      farthest = Math.max(farthest, presume(presumed, costPresumed));
      if (farthest < CLOSE) {
        break;
      }
    }
    learned = true;
  }

  private double presume(int presumed, double cost) {
    double farthest = 0;
    int left = presumed;
    for (int j = 0; j < order.length && left > 0; j++) {
      if (labels[order[j]] == 0) {
        left--;
        farthest = Math.max(farthest, classifier.improve(order[j], -1, cost));
      }
    }
    return farthest;
  }
}
