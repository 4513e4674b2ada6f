package org.cytotrial.benchmarks.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.Played;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.regimen.Series;
import org.cytotrial.simulation.regimen.Series.Operation;

/// Writes out the doses that a schedule gave to a patient, for solvers that know no schedules.
final class Amounts {
  private final Workload workload;
  private final List<Series> series;
  private final Formulas formulas;

  /// @throws IllegalArgumentException if the schedule does more than give boluses
  Amounts(Workload workload) {
    this.workload = workload;
    Schedule schedule = workload.schedule().schedule();
    this.series = schedule.series();
    boolean isPlain =
        schedule.overrides().isEmpty()
            && schedule.productRow().isEmpty()
            && series.stream()
                .allMatch(s ->
                    s.operation() == Operation.ADD
                        && s.duration().toDouble() == 0
                        && workload.model().hasState(s.target()));
    if (!isPlain) {
      throw new IllegalArgumentException(
          "Schedule '" + schedule.name() + "' does more than give boluses");
    }
    this.formulas = workload.model().formulas(series.stream().map(Series::amount).toList());
  }

  List<Dose> given(VirtualPatient patient, Played played) {
    if (!(played instanceof Played.Completed(var delivery))) {
      throw new IllegalStateException(
          "Patient " + patient.index() + " of " + workload.name() + " failed: " + played);
    }
    double[] w = new double[formulas.workspace()];
    double[] amounts = new double[formulas.count()];
    double[] p = patient.parameters();
    formulas.prepare(p, w);
    formulas.evaluate(0, patient.state(), p, w, amounts);
    List<Dose> doses = new ArrayList<>();
    for (Played.Delivery cycle : delivery) {
      for (int i = 0; i < cycle.given().size(); i++) {
        if (cycle.given().get(i)) {
          int of = cycle.cycle().series();
          doses.add(
              new Dose(
                  cycle.cycle().times().get(i).toDouble(),
                  workload.model().state(series.get(of).target()),
                  amounts[of]));
        }
      }
    }
    doses.sort(Comparator.comparingDouble(Dose::day));
    return doses;
  }
}
