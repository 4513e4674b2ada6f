package org.cytotrial.statistics.meta;

/// Two-step moment estimates of τ²: a first estimate gives the weights of a second: DerSimonian &
/// Kacker 2007 (doi:10.1016/j.cct.2006.04.004).
public final class TwoStep {
  private TwoStep() {}

  /// The moment estimate with the weights 1/(v + `first`); DL2 for a first estimate by DL, CA2 for
  /// one by HE. Not below 0.
  public static double from(double first, StudyEffects studies) {
    Projection weighted = Projection.at(studies, first);
    return Math.max(
        0, (weighted.residualSquares() - weighted.traceWith(studies.v())) / weighted.trace());
  }
}
