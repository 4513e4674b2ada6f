package org.cytotrial.statistics.meta;

/// How τ² is sought by the methods that have no closed form for it: ML, REML, EB and PM.
public sealed interface Search {
  /// The root itself, to its last digits.
  static Search exact() {
    return new Exact();
  }

  /// The root to its last digits (Brent).
  record Exact() implements Search {}

  /// The search of the R package metafor (Viechtbauer 2010, doi:10.18637/jss.v036.i03), which stops
  /// early: for those who want its digits. The names are those of its `control`.
  ///
  /// @param threshold ML, REML and EB end after a step of τ² that is not larger
  /// @param stepadj the share of each step of Fisher scoring that is taken
  /// @param maxiter the most steps; a search that needs more has no result
  /// @param tol PM ends when its root is known this closely
  record Stopped(double threshold, double stepadj, int maxiter, double tol) implements Search {
    /// Checks the values.
    ///
    /// @throws IllegalArgumentException if one of them is not above 0, or `stepadj` above 1
    public Stopped {
      if (!(threshold > 0 && stepadj > 0 && stepadj <= 1 && maxiter > 0 && tol > 0)) {
        throw new IllegalArgumentException(
            "A search with threshold=%s, stepadj=%s, maxiter=%d, tol=%s. All must be above 0, and stepadj at most 1."
                .formatted(threshold, stepadj, maxiter, tol));
      }
    }

    /// As metafor 3.8-1 searches when nothing is said.
    public static Stopped usual() {
      return new Stopped(1e-5, 1, 100, Math.pow(Math.ulp(1.0), 0.25));
    }
  }
}
