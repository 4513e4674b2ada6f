package org.cytotrial.simulation.regimen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.compile.Gradient;
import org.cytotrial.engine.sensitivity.Variational;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.Series.Operation;

/// Follows a patient and computes how outputs on some days change with parameters, from diagnosis
/// on: the state at diagnosis is held fixed, and so are the decisions which doses are held, since
/// they change by whole doses or not at all.
///
/// Amounts of doses that depend on a parameter count. Used for one play at a time.
public final class Sensitivities implements FollowUp {
  /// Days; the end of an infusion is a sum of rounded numbers.
  private static final double A_MOMENT = 1e-9;

  private final CompiledModel model;
  private final List<String> parameters;
  private final List<Double> days;
  private final Variational variational;
  private final Chain outputs;
  private final Map<Series, Chain> amounts = new HashMap<>();
  private final List<double[][]> results = new ArrayList<>();
  private final PriorityQueue<Inflow> inflows =
      new PriorityQueue<>((a, b) -> Double.compare(a.end(), b.end()));
  private double[] bound = new double[0];
  private double[] current = bound;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Inflow(double end, int state, double[] byParameter) {}

  /// @param schedule what will be played
  /// @param parameters ids of what is differentiated by
  /// @param outputs formulas over states, rules and parameters
  /// @param days on which outputs are wanted, rising
  /// @throws IllegalArgumentException if a parameter is not in the model, or the schedule sets
  ///   parameters or the state at the start from one of them
  public Sensitivities(
      CompiledSchedule schedule,
      List<String> parameters,
      List<Expression> outputs,
      List<Double> days,
      Tolerance tolerance) {
    this.model = schedule.model();
    this.parameters = List.copyOf(parameters);
    this.days = List.copyOf(days);
    this.variational = new Variational(model, parameters, tolerance);
    this.outputs = new Chain(outputs);
    for (Series series : schedule.schedule().series()) {
      amounts.put(series, new Chain(List.of(series.amount())));
      requireFixedStart(series);
    }
    schedule
        .schedule()
        .overrides()
        .forEach((id, formula) -> requireIndependent("the override of " + id, formula));
  }

  private void requireFixedStart(Series series) {
    if (series.operation() == Operation.INIT || !model.hasState(series.target())) {
      requireIndependent("what is set in " + series.target(), series.amount());
    }
  }

  private void requireIndependent(String what, Expression formula) {
    Gradient gradient = model.gradient(List.of(formula), parameters);
    if (!gradient.columns().isEmpty()) {
      throw new IllegalArgumentException(
          "Sensitivities to '%s' cannot be followed: %s depends on it."
              .formatted(parameters.get(gradient.columns().getFirst()), what));
    }
  }

  /// The derivative of an output on a day by a parameter, all as numbers in the lists given; in the
  /// output's unit per unit of the parameter.
  ///
  /// @throws IllegalStateException if that day was not reached
  public double of(int output, int day, int parameter) {
    if (day >= results.size()) {
      throw new IllegalStateException("Day " + days.get(day) + " was not reached");
    }
    return results.get(day)[output][parameter];
  }

  @Override
  public void begin(CompiledSystem system, double[] state) {
    results.clear();
    inflows.clear();
    current = system.parameters();
    bound = current.clone();
    variational.begin(bound, parameters);
  }

  @Override
  public void accepted(Stepper stepper) {
    if (!Arrays.equals(bound, current)) {
      bound = current.clone();
      variational.bind(bound);
    }
    variational.follow(stepper);
    while (!inflows.isEmpty() && inflows.element().end() <= stepper.time() + A_MOMENT) {
      Inflow over = inflows.remove();
      for (int i = 0; i < parameters.size(); i++) {
        variational.infuse(i, over.state(), -over.byParameter()[i]);
      }
    }
  }

  @Override
  public double nextStop() {
    return results.size() < days.size() ? days.get(results.size()) : Double.POSITIVE_INFINITY;
  }

  @Override
  public void stop(CompiledSystem system, Stepper stepper) {
    results.add(outputs.at(stepper.time(), stepper.state(), system.parameters()));
  }

  @Override
  public void giving(CompiledSystem system, Stepper stepper, Series series) {
    if (bound.length == 0 || !model.hasState(series.target())) {
      return; // before the beginning, or a switch
    }
    Chain amount = amounts.getOrDefault(series, outputs);
    double[] change = amount.at(stepper.time(), stepper.state(), system.parameters())[0];
    int target = model.state(series.target());
    double duration = series.duration().toDouble();
    for (int i = 0; i < change.length; i++) {
      if (duration > 0) {
        change[i] /= duration;
        variational.infuse(i, target, change[i]);
      } else if (series.operation() == Operation.ADD) {
        variational.by(i)[target] += change[i];
      } else {
        variational.by(i)[target] = change[i];
      }
    }
    if (duration > 0) {
      inflows.add(new Inflow(stepper.time() + duration, target, change));
    }
  }

  /// Total derivatives of formulas by the parameters: through the state, and directly.
  private final class Chain {
    private final Gradient gradient;
    private final int formulas;
    private final double[] workspace;
    private final double[] entries;

    Chain(List<Expression> formulas) {
      List<String> symbols = new ArrayList<>(model.equations().states());
      symbols.addAll(parameters);
      this.gradient = model.gradient(formulas, symbols);
      this.formulas = formulas.size();
      Formulas compiled = gradient.formulas();
      this.workspace = new double[compiled.workspace()];
      this.entries = new double[compiled.count()];
    }

    double[][] at(double time, double[] state, double[] p) {
      gradient.formulas().prepare(p, workspace);
      gradient.formulas().evaluate(time, state, p, workspace, entries);
      double[][] total = new double[formulas][parameters.size()];
      for (int e = 0; e < entries.length; e++) {
        double[] row = total[gradient.rows().get(e)];
        int column = gradient.columns().get(e);
        if (column >= model.stateCount()) {
          row[column - model.stateCount()] += entries[e];
        } else {
          for (int i = 0; i < row.length; i++) {
            row[i] += entries[e] * variational.by(i)[column];
          }
        }
      }
      return total;
    }
  }
}
