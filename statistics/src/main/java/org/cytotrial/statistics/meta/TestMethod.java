package org.cytotrial.statistics.meta;

/// How a coefficient is tested and its interval made.
public enum TestMethod {
  /// Standard normal.
  Z,
  /// Student's t with the variance of Knapp & Hartung 2003 (doi:10.1002/sim.1482), never truncated.
  KNHA
}
