package org.cytotrial.evidence.screening;

import java.util.Arrays;
import org.cytotrial.evidence.screening.StoppingAdvice.Verdict;

/// Says, after each record shown, what share of the relevant records has been found at least.
///
/// The test of Callaghan and Müller-Hansen 2020 (doi:10.1186/s13643-020-01521-4) in its form for a
/// ranked order: each stretch of records shown last is taken as a sample, without replacement, of
/// what was left before it. If so many relevant records were left that the recall is too low, the
/// hypergeometric distribution says how unlikely so few finds in the stretch are. A ranking finds
/// relevant records sooner than chance, so the test errs on the safe side as long as the ranking is
/// no worse than chance; a stretch drawn at random needs no such assumption.
public final class StoppingRule {
  private static final double USUAL = 0.95;

  /// With fewer relevant records found, a single missed one is more than the recall allows, and the
  /// tests of a recall have no power before nearly all is read.
  private static final int FEWEST = 15;

  private final int records;
  private final double recall;
  private final double risk;
  private final Hypergeometric distribution;
  private int shown;
  private int found;

  /// The number of records shown before each stretch: at the start, and after each relevant one.
  private int[] starts = new int[64];

  /// A rule for 95 % recall with 95 % confidence.
  public static StoppingRule usual(int records) {
    return new StoppingRule(records, USUAL, USUAL);
  }

  /// @param records how many records there are to show in all
  public StoppingRule(int records, double recall, double confidence) {
    this.records = records;
    this.recall = recall;
    this.risk = 1 - confidence;
    this.distribution = new Hypergeometric(records);
  }

  /// Takes the label of the record shown next.
  public void observe(boolean isRelevant) {
    shown++;
    if (isRelevant) {
      found++;
      if (found == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      starts[found] = shown;
    }
  }

  /// What may be said now.
  public StoppingAdvice advice() {
    int left = mostLeft();
    int inAll = found + left;
    double bound = inAll == 0 ? (shown == records ? 1 : 0) : (double) found / inAll;
    return new StoppingAdvice(shown, found, bound, inAll, verdict(bound));
  }

  private Verdict verdict(double bound) {
    if (shown == records) {
      return Verdict.MAY_STOP;
    }
    if (found < FEWEST) {
      return Verdict.CANNOT_CERTIFY;
    }
    return bound >= recall ? Verdict.MAY_STOP : Verdict.GO_ON;
  }

  /// The upper limit of the number of relevant records not shown.
  private int mostLeft() {
    int left = records - shown;
    for (int i = found; i >= 0; i--) {
      while (left > 0 && excludes(i, left)) {
        left--;
      }
    }
    return left;
  }

  /// Whether the stretch after the i-th relevant record speaks against so many left.
  private boolean excludes(int i, int left) {
    int inStretch = found - i;
    int before = records - starts[i];
    int sampled = shown - starts[i];
    return distribution.atMost(inStretch, before, left + inStretch, sampled) < risk;
  }
}
