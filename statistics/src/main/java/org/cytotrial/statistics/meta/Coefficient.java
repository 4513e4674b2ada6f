package org.cytotrial.statistics.meta;

import org.cytotrial.statistics.distribution.CriticalValue;
import org.cytotrial.statistics.distribution.NormalQuantile;
import org.cytotrial.statistics.distribution.PValue;

/// An estimate with its test and interval; NaN where not defined.
public record Coefficient(
    String name,
    double estimate,
    double standardError,
    double statistic,
    double p,
    double low,
    double high) {

  /// Tested with the standard normal.
  static Coefficient normal(String name, double estimate, double standardError, double confidence) {
    double z = estimate / standardError;
    return with(
        name, estimate, standardError, PValue.normal(z), NormalQuantile.twoSided(confidence));
  }

  /// Tested with Student's t.
  static Coefficient student(
      String name, double estimate, double standardError, double df, double confidence) {
    double t = estimate / standardError;
    return with(
        name,
        estimate,
        standardError,
        PValue.student(t, df),
        CriticalValue.student(confidence, df));
  }

  private static Coefficient with(
      String name, double estimate, double error, double p, double critical) {
    return new Coefficient(
        name,
        estimate,
        error,
        estimate / error,
        p,
        estimate - critical * error,
        estimate + critical * error);
  }
}
