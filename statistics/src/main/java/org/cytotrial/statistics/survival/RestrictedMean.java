package org.cytotrial.statistics.survival;

/// The area under a survival curve up to a time, with its standard error: Royston & Parmar 2013
/// (doi:10.1186/1471-2288-13-152), variance of Klein & Moeschberger 2003, section 4.5
/// (doi:10.1007/b97377).
///
/// @param tau the time, in the unit of the curve
/// @param value the mean time without an event until then
/// @param standardError of the value
public record RestrictedMean(double tau, double value, double standardError) {

  /// The area under `curve` up to `tau`; the curve is held at its last value after its last time.
  ///
  /// @throws IllegalArgumentException unless `tau` is a positive number
  public static RestrictedMean of(KaplanMeier curve, double tau) {
    if (!(tau > 0 && tau < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A restricted mean needs a positive time, not " + tau + ".");
    }
    double area = 0;
    double from = 0;
    double survival = 1;
    for (KaplanMeier.Step step : curve.steps()) {
      if (step.time() >= tau) {
        break;
      }
      area += survival * (step.time() - from);
      from = step.time();
      survival = step.survival();
    }
    double whole = area + survival * (tau - from);
    return new RestrictedMean(tau, whole, Math.sqrt(variance(curve, tau, whole)));
  }

  private static double variance(KaplanMeier curve, double tau, double whole) {
    double variance = 0;
    double area = 0;
    double from = 0;
    double survival = 1;
    for (KaplanMeier.Step step : curve.steps()) {
      if (step.time() > tau) {
        break;
      }
      area += survival * (step.time() - from);
      from = step.time();
      survival = step.survival();
      double left = step.atRisk() - step.events();
      if (step.events() > 0 && left > 0) {
        double after = whole - area;
        variance += after * after * step.events() / (step.atRisk() * left);
      }
    }
    return variance;
  }
}
