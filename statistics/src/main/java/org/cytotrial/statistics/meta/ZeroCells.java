package org.cytotrial.statistics.meta;

import java.util.List;

/// What is added to counts so that logarithms and variances exist: Haldane 1955
/// (doi:10.1111/j.1469-1809.1955.tb01285.x).
///
/// @param add how much, usually 1/2
/// @param to which studies
public record ZeroCells(double add, To to) {
  /// The usual: 1/2 to studies with a cell of 0.
  public static final ZeroCells HALF_TO_ZERO = new ZeroCells(0.5, To.ONLY_ZERO);

  public static final ZeroCells NONE = new ZeroCells(0, To.NONE);

  /// Which studies something is added to.
  public enum To {
    /// Every study.
    ALL,
    /// Studies with a cell of 0.
    ONLY_ZERO,
    /// Every study, if any has a cell of 0.
    IF_ANY_ZERO,
    /// No study.
    NONE
  }

  public ZeroCells {
    if (!(add >= 0 && add < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "What is added to zero cells must be 0 or more, not " + add + ".");
    }
  }

  /// The studies after the addition.
  public <T extends Counts<T>> List<T> applyTo(List<T> studies) {
    boolean any = studies.stream().anyMatch(Counts::hasZero);
    return studies.stream().map(s -> isFor(s.hasZero(), any) ? s.plus(add) : s).toList();
  }

  private boolean isFor(boolean zero, boolean any) {
    return switch (to) {
      case ALL -> true;
      case ONLY_ZERO -> zero;
      case IF_ANY_ZERO -> any;
      case NONE -> false;
    };
  }
}
