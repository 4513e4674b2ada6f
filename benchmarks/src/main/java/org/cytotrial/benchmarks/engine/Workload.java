package org.cytotrial.benchmarks.engine;

import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.CompiledSchedule;

/// What every solver is given: one model's patients under one schedule, and the days on which all
/// states are compared.
///
/// @param floors per state, the size below which it does not matter
/// @param observable symbol of the tumour's size, which is compared beside the states
/// @param targets least ratio of the best of CVODE's times to ours, and of its time with a
///   difference quotient; zero where the case is reported only
record Workload(
    String name,
    CompiledModel model,
    List<Double> floors,
    List<VirtualPatient> patients,
    CompiledSchedule schedule,
    List<Double> looks,
    String observable,
    Targets targets) {
  /// Least ratios.
  record Targets(double best, double differenceQuotient) {}

  Tolerance tolerance(double relative) {
    return Tolerance.scaled(relative, floors.stream().mapToDouble(f -> f).toArray());
  }

  int states() {
    return model.stateCount();
  }
}
