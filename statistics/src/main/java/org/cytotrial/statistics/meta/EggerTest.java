package org.cytotrial.statistics.meta;

import java.util.Arrays;
import org.cytotrial.statistics.distribution.PValue;

/// Regression of effects on their standard errors: Egger et al. 1997
/// (doi:10.1136/bmj.315.7109.629), in the form of Sterne & Egger 2005.
///
/// @param statistic t of the slope for the ordinary form, z for the mixed one
/// @param df degrees of freedom; NaN for the mixed form
/// @param p two-sided
/// @param limit the effect expected of a study without sampling error
public record EggerTest(double statistic, double df, double p, double limit) {

  /// Weighted least squares with an estimated scale.
  ///
  /// @throws ArithmeticException if all standard errors are equal or there are fewer than three
  ///   studies
  public static EggerTest ordinary(StudyEffects studies) {
    StudyEffects withError = withError(studies);
    int df = studies.k() - 2;
    requireThree(studies);
    Projection fit = Projection.at(withError, 0);
    double scale = fit.residualSquares() / df;
    double t = fit.coefficients()[1] / Math.sqrt(scale * fit.inverse()[1][1]);
    return new EggerTest(t, df, PValue.student(t, df), fit.coefficients()[0]);
  }

  /// In the random-effects model, with τ² by `method`.
  ///
  /// @throws ArithmeticException as [#ordinary], or if τ² is not found
  public static EggerTest mixed(StudyEffects studies, HeterogeneityMethod method, Search search) {
    requireThree(studies);
    StudyEffects withError = withError(studies);
    Projection fit = Projection.at(withError, method.estimate(withError, search).tau2());
    double z = fit.coefficients()[1] / Math.sqrt(fit.inverse()[1][1]);
    return new EggerTest(z, Double.NaN, PValue.normal(z), fit.coefficients()[0]);
  }

  private static void requireThree(StudyEffects studies) {
    if (studies.k() < 3) {
      throw new ArithmeticException(
          "Egger's test needs three studies, and there are " + studies.k() + ".");
    }
  }

  /// The studies with their standard errors as a moderator.
  ///
  /// @throws ArithmeticException if all standard errors are equal
  static StudyEffects withError(StudyEffects studies) {
    double[] errors = studies.variances();
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.sqrt(errors[i]);
    }
    if (Arrays.stream(errors).allMatch(error -> error == errors[0])) {
      throw new ArithmeticException(
          "All studies have the standard error %.6g; a regression on it needs different ones."
              .formatted(errors[0]));
    }
    return studies.withoutModerators().withModerator("sei", errors);
  }
}
