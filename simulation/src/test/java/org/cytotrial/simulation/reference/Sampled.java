package org.cytotrial.simulation.reference;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.FollowUp;

/// Observables of a run at equal steps, from dense output. The row at time 0 is before the first
/// dose.
public final class Sampled implements FollowUp {
  private final Formulas formulas;
  private final double step;
  private final double[] workspace;
  private final double[] values;
  private final double[] state;
  private final List<double[]> rows = new ArrayList<>();
  private double[] parameters = new double[0];

  public Sampled(CompiledModel model, double step, String... expressions) {
    this.formulas = model.formulas(List.of(expressions).stream().map(Expression::parse).toList());
    this.step = step;
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
    while (rows.size() * step <= stepper.time()) {
      double next = rows.size() * step;
      stepper.interpolate(next, state);
      record(next, state);
    }
  }

  private void record(double time, double[] y) {
    formulas.prepare(parameters, workspace);
    formulas.evaluate(time, y, parameters, workspace, values);
    rows.add(values.clone());
  }

  /// Number of rows.
  public int size() {
    return rows.size();
  }

  public double time(int row) {
    return row * step;
  }

  /// Value of the observable number `column`.
  public double at(int row, int column) {
    return rows.get(row)[column];
  }

  /// The row of the largest value.
  public int peak(int column) {
    int best = 0;
    for (int i = 1; i < rows.size(); i++) {
      if (at(i, column) > at(best, column)) {
        best = i;
      }
    }
    return best;
  }

  /// Trapezoids over time.
  public double area(int column) {
    double sum = 0;
    for (int i = 1; i < rows.size(); i++) {
      sum += step * (at(i, column) + at(i - 1, column)) / 2;
    }
    return sum;
  }
}
