package org.cytotrial.statistics.meta;

/// How τ² is estimated; names as in metafor.
public enum HeterogeneityMethod {
  /// One true effect: τ² is 0 by assumption.
  EE,
  /// DerSimonian–Laird.
  DL,
  /// Hedges.
  HE,
  /// Hunter–Schmidt.
  HS,
  /// Sidik–Jonkman.
  SJ,
  /// Maximum likelihood.
  ML,
  /// Restricted maximum likelihood.
  REML,
  /// Empirical Bayes.
  EB,
  /// Paule–Mandel.
  PM;

  /// τ² of these studies.
  ///
  /// @throws ArithmeticException if moderators determine one another, or no estimate is found
  public Heterogeneity estimate(StudyEffects studies) {
    return switch (this) {
      case EE -> Heterogeneity.NONE;
      case DL -> DerSimonianLaird.estimate(studies);
      case HE -> Hedges.estimate(studies);
      case HS -> HunterSchmidt.estimate(studies);
      case SJ -> SidikJonkman.estimate(studies);
      case ML -> Likelihood.maximum(studies);
      case REML -> Likelihood.restrictedMaximum(studies);
      case EB, PM -> PauleMandel.estimate(studies);
    };
  }
}
