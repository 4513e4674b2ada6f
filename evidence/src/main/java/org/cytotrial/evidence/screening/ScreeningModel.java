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
  /// The weight of all labels together, for each label: as ASReview's ELAS u4.
  private static final double COST = 0.11;

  /// The weight of all relevant records together, for 1 of all others together: as ELAS u4.
  private static final double BALANCE = 9.8;

  /// The weight of all records presumed irrelevant, for 1 of those known to be irrelevant, while
  /// none is known; it falls with the square root of their number.
  private static final double PRESUMED = 0.3;

  private static final int PRESUMED_AT_MOST = 2500;

  /// With fewer relevant records or criteria known, a single odd one may mislead.
  private static final int FEW = 2;

  /// So many irrelevant records in a row are taken as a sign of it.
  private static final int BARREN = 20;

  /// Passes of the first fit; afterwards one is enough.
  private static final int FIRST_PASSES = 30;

  private final SquaredHinge classifier;

  /// The rows without a label are gone through in this order.
  private final int[] order;

  private final boolean hasCriteria;
  private final int[] labels;
  private final double[] scores;
  private final int[] labelled;
  private int count;
  private int relevant;

  /// How many irrelevant records were labelled since the last relevant one.
  private int barren;

  private boolean learned;
  private boolean fresh = true;

  /// Starts without labels.
  ///
  /// @param criteria the eligibility criteria, which count as one relevant record until others are
  ///   found
  public ScreeningModel(List<ScreeningText> texts, Optional<String> criteria, long seed) {
    int n = texts.size();
    this.order = shuffled(n, new Seed(seed).stream(0, "screening order"));
    var wanted = new ScreeningText("", Criteria.wanted(criteria.orElse("")));
    TextRows rows = TextRows.of(texts, order, wanted);
    this.classifier = new SquaredHinge(rows.rows(), rows.width());
    this.hasCriteria = criteria.isPresent();
    this.labels = new int[n];
    this.scores = new double[n];
    this.labelled = new int[n];
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
      relevant += label;
    }
    barren = isRelevant ? 0 : barren + 1;
    labels[row] = label;
    learned = false;
  }

  /// The record to show next; empty when all are labelled.
  public OptionalInt next() {
    learn();
    boolean byChance = isLost();
    int best = -1;
    for (int row : order) {
      if (labels[row] == 0 && (best < 0 || (!byChance && scores[row] > scores[best]))) {
        best = row;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /// Whether what is known seems to mislead; then every second record is drawn by chance.
  private boolean isLost() {
    int known = relevant + (hasCriteria ? 1 : 0);
    return known < FEW && barren >= BARREN && barren % 2 == 0;
  }

  /// The score of each record: the higher, the more like the relevant ones. Scores order the
  /// records; they are not probabilities.
  public double[] scores() {
    learn();
    double[] all = scores.clone();
    for (int j = 0; j < count; j++) {
      all[labelled[j]] = classifier.score(labelled[j]);
    }
    return all;
  }

  private void learn() {
    if (learned || (relevant == 0 && !hasCriteria)) {
      return;
    }
    learned = true;
    double share = COST * Math.max(1, count) / (1 + BALANCE);
    double likeness = hasCriteria ? 1 / Math.sqrt(1.0 + relevant) : 0;
    double costRelevant = share * BALANCE / (relevant + likeness);
    double costIrrelevant = share / Math.max(1, count - relevant);
    int presumed = Math.min(PRESUMED_AT_MOST, labels.length - count);
    double costPresumed =
        share * PRESUMED / Math.max(1, presumed) / Math.sqrt(count - relevant + 1.0);
    for (int pass = fresh ? FIRST_PASSES : 1; pass > 0; pass--) {
      for (int j = count - 1; j >= 0; j--) {
        int row = labelled[j];
        classifier.improve(row, labels[row], labels[row] > 0 ? costRelevant : costIrrelevant);
      }
      if (hasCriteria) {
        classifier.improve(labels.length, 1, costRelevant * likeness);
      }
      scoreAndPresume(presumed, costPresumed, pass == 1);
    }
    fresh = false;
  }

  /// Scores records without a label, and presumes some of them irrelevant on the way.
  ///
  /// @param all whether to score those, too, of which nothing is presumed
  private void scoreAndPresume(int presumed, double cost, boolean all) {
    int left = presumed;
    for (int j = 0; j < order.length && (all || left > 0); j++) {
      int row = order[j];
      if (labels[row] == 0) {
        scores[row] = classifier.score(row);
        if (left-- > 0) {
          classifier.improve(row, -1, cost, scores[row]);
        }
      }
    }
  }
}
