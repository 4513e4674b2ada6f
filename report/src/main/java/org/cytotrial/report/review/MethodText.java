package org.cytotrial.report.review;

import java.util.List;

/// How the synthesis is made, in sentences for the report.
final class MethodText {
  static final List<String> SENTENCES =
      List.of(
          "Pooled only within one class of endpoint, one cytokine, one cancer and one kind of"
              + " partner, from three studies on that are independent as far as is recorded; else"
              + " listed. Arms without a cytokine are comparators and are not pooled.",
          "Proportions are pooled by the binomial–normal model on the logit scale (GLMM, adaptive"
              + " Gauss–Hermite quadrature); beside it stand logits with random effects (REML,"
              + " interval by Knapp and Hartung), from which I², Q and the interval of τ²"
              + " (Q-profile) are taken. Arms with no event or events only get 1/2 in each cell for"
              + " logits; the GLMM takes them as they are.",
          "A series that overlaps others (weight 0.5) enters with its counts times its weight."
              + " Where arms are of one trial or series, a three-level model with whole counts"
              + " stands beside. Rows of weight 0 stand in tables only.",
          "A count is printed, derived (from a percentage, with every count that rounds to it), or"
              + " rests on a number from memory. Sensitivity analyses leave out overlapping series,"
              + " counts that are not printed, and arms whose headline was not read in a source.",
          "Percentages of toxicity are read only where the cell is one number, or a number with its"
              + " count; ranges and sums of grades are quoted and not pooled.",
          "Medians of survival have no intervals in the table and are not pooled.",
          "Leave-one-out and cumulative analysis from four arms on; Egger's and Begg's tests and"
              + " trim and fill from ten studies on; regression on dose from ten arms on whose dose"
              + " is a number in one unit.",
          "What a combination adds is told by risk ratios between arms of one trial to which"
              + " patients were drawn by lot, 1/2 in each cell of tables with a 0; tables without"
              + " any event give no ratio.",
          "Intervals of single arms are Wilson's. All intervals are 95 %. Nothing is adjusted for"
              + " the number of analyses.");

  private MethodText() {}
}
