package org.cytotrial.statistics.meta;

/// The variance of true effects between studies, with its standard error (NaN where it has none).
public record Heterogeneity(double tau2, double standardError) {
  static final Heterogeneity NONE = new Heterogeneity(0, Double.NaN);
}
