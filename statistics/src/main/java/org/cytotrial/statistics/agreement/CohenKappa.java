package org.cytotrial.statistics.agreement;

/// Cohen's κ (Cohen 1960, doi:10.1177/001316446002000104): agreement beyond the chance by which
/// raters with these margins would agree. Variance: Fleiss, Cohen and Everitt 1969
/// (doi:10.1037/h0028106), without assuming κ to be 0.
///
/// Where one category is rare, as inclusion at screening is, κ may be low though raters agree on
/// nearly all; see [GwetAc1].
public final class CohenKappa {
  private CohenKappa() {}

  public static Agreement of(RatingTable table) {
    int q = table.categories();
    double observed = table.agreement();
    double chance = 0;
    for (int i = 0; i < q; i++) {
      chance += table.first(i) * table.second(i);
    }
    if (chance >= 1) {
      return new Agreement(Double.NaN, Double.NaN);
    }
    double kappa = (observed - chance) / (1 - chance);
    double sum = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        sum += table.share(i, j) * square(contribution(table, i, j, kappa));
      }
    }
    double variance = (sum - square(kappa - chance * (1 - kappa))) / square(1 - chance);
    return new Agreement(kappa, Math.sqrt(Math.max(0, variance) / table.total()));
  }

  private static double contribution(RatingTable table, int i, int j, double kappa) {
    return i == j
        ? 1 - (table.first(i) + table.second(i)) * (1 - kappa)
        : (table.second(i) + table.first(j)) * (1 - kappa);
  }

  private static double square(double x) {
    return x * x;
  }
}
