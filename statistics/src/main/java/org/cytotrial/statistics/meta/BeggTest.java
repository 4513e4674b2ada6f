package org.cytotrial.statistics.meta;

/// Rank correlation of standardized effects with their variances: Begg & Mazumdar 1994
/// (doi:10.2307/2533446).
public final class BeggTest {
  private BeggTest() {}

  /// The correlation and its test.
  ///
  /// @throws ArithmeticException if there are fewer than two studies, or all effects or variances
  ///   are equal
  public static KendallTau of(StudyEffects studies) {
    double[] y = studies.effects();
    double[] v = studies.variances();
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < y.length; i++) {
      sum += 1 / v[i];
      weighted += y[i] / v[i];
    }
    double[] standardized = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      standardized[i] = (y[i] - weighted / sum) / Math.sqrt(v[i] - 1 / sum);
    }
    return KendallTau.of(standardized, v);
  }
}
