package org.cytotrial.evidence.extraction.rules;

/// What a number does in its sentence, as far as its neighbours say.
enum NumberPart {
  PLAIN,
  /// An end of a confidence interval or of a range, or the level of an interval.
  BOUND,
  P_VALUE,
  /// A planned power, error rate, margin or sample assumption.
  DESIGN,
  /// A limit that something is compared with.
  LIMIT,
  AGE,
  TIME,
  DOSE,
  DATE,
  /// A standard deviation.
  SPREAD,
  /// A stage, grade, day, week or the like: its name, not an amount.
  LABEL,
  /// A hazard, odds or risk ratio.
  RATIO
}
