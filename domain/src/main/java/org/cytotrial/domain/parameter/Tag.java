package org.cytotrial.domain.parameter;

/// How far a value can be trusted.
public enum Tag {
  /// The value, or the numbers it is computed from, was read in the source.
  SEEN,
  /// From memory; the source was not opened again.
  RECALLED,
  /// Chosen or calibrated; the source column may bracket it.
  ASSUMED,
  /// A number, switch, unit conversion or structural choice that is not estimated.
  CONSTANT
}
