package org.cytotrial.statistics.meta;

/// Counts of events of which a cell may be 0.
///
/// @param <T> the record itself
public interface Counts<T extends Counts<T>> {
  boolean hasZero();

  /// Whether nobody had an event.
  boolean isWithoutEvents();

  /// The same with `add` more in every cell.
  T plus(double add);
}
