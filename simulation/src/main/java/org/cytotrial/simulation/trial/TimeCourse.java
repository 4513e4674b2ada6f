package org.cytotrial.simulation.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.FollowUp;

/// Chosen observables of one patient over time.
///
/// @param arm the arm it was recorded in
/// @param patient number of the draw
/// @param columns in order
/// @param rows day first, then a number per column
/// @param doseDays days on which doses were given
public record TimeCourse(
    String arm, int patient, List<Column> columns, List<List<Double>> rows, List<Double> doseDays) {
  /// What is shown of a trial: cytokines, cells and pressure.
  static final List<Column> SHOWN =
      List.of(
          new Column("cI2*MW_I2*SA_I2", "IL-2 in plasma", "IU/mL"),
          new Column("IL6", "IL-6", "pg/mL"),
          new Column("Gc/V_G*MW_G*1000", "IFN-γ in plasma", "pg/mL"),
          new Column("Tc*MW_T*1000", "TNF in plasma", "pg/mL"),
          new Column("ALC", "Lymphocytes in blood", "cells/µL"),
          new Column("TRc*fb/V_b*(1 - Mg)", "Regulatory T cells in blood", "cells/µL"),
          new Column("NKc*fb/V_b*(1 - Mg)", "NK cells in blood", "cells/µL"),
          new Column("MAP", "Mean arterial pressure without support", "mmHg"));

  public TimeCourse {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    doseDays = List.copyOf(doseDays);
  }

  /// One curve.
  ///
  /// @param formula over the model's symbols
  public record Column(String formula, String label, String unit) {}

  /// Records at equal steps, with dense output.
  static final class Recorder implements FollowUp {
    private final Formulas formulas;
    private final double step;
    private final double until;
    private final double[] workspace;
    private final double[] values;
    private final double[] state;
    private final List<List<Double>> rows = new ArrayList<>();
    private double[] parameters = new double[0];

    Recorder(CompiledModel model, List<Column> columns, double step, double until) {
      this.formulas =
          model.formulas(columns.stream().map(c -> Expression.parse(c.formula())).toList());
      this.step = step;
      this.until = until;
      this.workspace = new double[formulas.workspace()];
      this.values = new double[formulas.count()];
      this.state = new double[model.stateCount()];
    }

    @Override
    public void begin(CompiledSystem system, double[] start) {
      parameters = system.parameters();
      rows.clear();
      record(0, start);
    }

    @Override
    public void accepted(Stepper stepper) {
      for (double next = rows.size() * step;
          next <= Math.min(stepper.time(), until);
          next = rows.size() * step) {
        stepper.interpolate(next, state);
        record(next, state);
      }
    }

    private void record(double time, double[] y) {
      formulas.prepare(parameters, workspace);
      formulas.evaluate(time, y, parameters, workspace, values);
      List<Double> row = new ArrayList<>();
      row.add(time);
      Arrays.stream(values).forEach(row::add);
      rows.add(row);
    }

    List<List<Double>> rows() {
      return rows;
    }
  }
}
