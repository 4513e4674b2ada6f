package org.cytotrial.statistics.agreement;

/// Gwet's AC1 (Gwet 2008, doi:10.1348/000711006X126600): agreement beyond chance, where chance is
/// that of raters who guess on what is hard. It stays high where raters agree on nearly all and one
/// category is rare. Variance: that paper's, by linearisation over the things rated.
public final class GwetAc1 {
  private GwetAc1() {}

  public static Agreement of(RatingTable table) {
    int q = table.categories();
    double[] share = new double[q];
    double chance = 0;
    for (int k = 0; k < q; k++) {
      share[k] = (table.first(k) + table.second(k)) / 2;
      chance += share[k] * (1 - share[k]) / (q - 1);
    }
    double observed = table.agreement();
    double ac1 = (observed - chance) / (1 - chance);
    double sum = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double ownChance = (2 - share[i] - share[j]) / (2 * (q - 1));
        double own = ((i == j ? 1 : 0) - chance) / (1 - chance);
        double linear = own - 2 * (1 - ac1) * (ownChance - chance) / (1 - chance);
        sum += table.count(i, j) * (linear - ac1) * (linear - ac1);
      }
    }
    double n = table.total();
    double error = n > 1 ? Math.sqrt(sum / (n * (n - 1))) : Double.NaN;
    return new Agreement(ac1, error);
  }
}
