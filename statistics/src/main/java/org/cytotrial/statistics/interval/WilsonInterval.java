package org.cytotrial.statistics.interval;

import org.cytotrial.statistics.distribution.NormalQuantile;

/// The score interval of a proportion, without continuity correction: Wilson 1927
/// (doi:10.1080/01621459.1927.10502953), method 3 of Newcombe 1998
/// (doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E). Never leaves 0 to 1.
public final class WilsonInterval {
  private WilsonInterval() {}

  /// For `events` among `patients`, at 95 %.
  public static Interval of(int events, int patients) {
    return of(events, patients, 0.95);
  }

  /// For `events` among `patients`.
  ///
  /// @throws IllegalArgumentException if there is no patient, or the events do not lie between 0
  ///   and the patients
  public static Interval of(int events, int patients, double confidence) {
    if (patients < 1 || events < 0 || events > patients) {
      throw new IllegalArgumentException(
          "An interval for "
              + events
              + " of "
              + patients
              + " patients does not exist. At least one patient is needed, and 0 to n events.");
    }
    return weighted(events / (double) patients, patients, confidence);
  }

  /// For a weighted proportion: the effective sample size (see [EffectiveSampleSize]) stands for
  /// the number of patients.
  ///
  /// @throws IllegalArgumentException if the proportion lies outside 0 to 1 or the size is not
  ///   above 0
  public static Interval weighted(
      double proportion, double effectiveSampleSize, double confidence) {
    if (!(proportion >= 0 && proportion <= 1 && effectiveSampleSize > 0)) {
      throw new IllegalArgumentException(
          "An interval for the proportion "
              + proportion
              + " of "
              + effectiveSampleSize
              + " effective patients does not exist.");
    }
    double n = effectiveSampleSize;
    double z = NormalQuantile.twoSided(confidence);
    double zz = z * z;
    double centre = proportion + zz / (2 * n);
    double half = z * Math.sqrt((proportion * (1 - proportion) + zz / (4 * n)) / n);
    double scale = 1 + zz / n;
    double lower = proportion == 0 ? 0 : Math.max(0, (centre - half) / scale);
    double upper = proportion == 1 ? 1 : Math.min(1, (centre + half) / scale);
    return new Interval(lower, upper);
  }
}
