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

  /// τ² of these studies; a root is found to its last digits.
  ///
  /// @throws ArithmeticException if moderators determine one another, or no estimate is found
  public Heterogeneity estimate(StudyEffects studies) {
    return estimate(studies, Search.exact());
  }

  /// τ² of these studies.
  ///
  /// @param search for the methods that have no closed form
  /// @throws ArithmeticException if moderators determine one another, or the search has no result
  public Heterogeneity estimate(StudyEffects studies, Search search) {
    return switch (this) {
      case EE -> Heterogeneity.NONE;
      case DL -> DerSimonianLaird.estimate(studies);
      case HE -> Hedges.estimate(studies);
      case HS -> HunterSchmidt.estimate(studies);
      case SJ -> SidikJonkman.estimate(studies);
      case ML -> Likelihood.maximum(studies, search);
      case REML -> Likelihood.restrictedMaximum(studies, search);
      case EB -> PauleMandel.empiricalBayes(studies, search);
      case PM -> PauleMandel.estimate(studies, search);
    };
  }
}
