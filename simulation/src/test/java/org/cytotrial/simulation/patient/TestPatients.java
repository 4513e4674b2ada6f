package org.cytotrial.simulation.patient;

import java.util.Map;
import org.cytotrial.engine.compile.CompiledModel;

/// Patients of models that have no burn-in.
public final class TestPatients {
  private TestPatients() {}

  /// The model's own values at time 0.
  public static VirtualPatient of(CompiledModel model) {
    double[] p = model.parameterValues();
    double[] y = model.initialise(p);
    return new VirtualPatient(0, Map.of(), p, y);
  }
}
