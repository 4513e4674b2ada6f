package org.cytotrial.simulation.patient;

import java.util.Map;

/// Decides whether a draw becomes a patient. Owned by one thread.
@FunctionalInterface
public interface Admitting {
  /// Whether a draw becomes a patient.
  ///
  /// @param index number of the draw
  /// @param changed parameters that differ from the model's own values
  Admission admit(int index, Map<String, Double> changed);
}
