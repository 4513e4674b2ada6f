package org.cytotrial.evidence.screening;

/// Says, after each record shown, how many relevant ones may be left.
public final class StoppingRule {
  private int shown;
  private int found;
  private final int records;

  /// A rule for 95 % recall with 95 % confidence.
  public static StoppingRule usual(int records) {
    return new StoppingRule(records, 0.95, 0.95);
  }

  /// @param records how many records there are to show in all
  public StoppingRule(int records, double recall, double confidence) {
    this.records = records;
  }

  /// Takes the label of the record shown next.
  public void observe(boolean isRelevant) {
    shown++;
    found += isRelevant ? 1 : 0;
  }

  /// What may be said now.
  public StoppingAdvice advice() {
    return new StoppingAdvice(
        shown, found, 0, records - shown + found, StoppingAdvice.Verdict.GO_ON);
  }
}
