package org.cytotrial.simulation.patient;

import java.util.Map;

/// A patient at diagnosis. Immutable; kept in memory and used by every arm.
public final class VirtualPatient {
  private final int index;
  private final Map<String, Double> drawn;
  private final double[] parameters;
  private final double[] state;

  /// @param index number of the draw, from 0
  /// @param drawn the parameters that differ between patients, in their ledger units
  public VirtualPatient(int index, Map<String, Double> drawn, double[] parameters, double[] state) {
    this.index = index;
    this.drawn = Map.copyOf(drawn);
    this.parameters = parameters.clone();
    this.state = state.clone();
  }

  /// Number of the draw this patient came from.
  public int index() {
    return index;
  }

  /// The drawn parameters, in the units of the ledger.
  public Map<String, Double> drawn() {
    return drawn;
  }

  /// All parameters, in the order of the compiled model.
  public double[] parameters() {
    return parameters.clone();
  }

  /// The state at diagnosis, in the order of the compiled model.
  public double[] state() {
    return state.clone();
  }
}
