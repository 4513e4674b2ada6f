package org.cytotrial.simulation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Equations;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Automatic;
import org.cytotrial.engine.solver.StepListener;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Species;

/// Integrates one model from its own start and tabulates it at equal steps. Confined to its thread;
/// each run starts anew and gives the same bits.
public final class Simulation {
  private static final int MOST_AT_ONCE = 1000;

  /// In units in the last place of the time: too short to be integrated.
  private static final double A_MOMENT = 64;

  private final List<String> header;
  private final Formulas formulas;
  private final CompiledSystem system;
  private final Stepper stepper;
  private final double[] parameters;
  private final double[] start;
  private final double[] workspace;
  private final EventQueue events;
  private final Breakpoints breakpoints;

  /// How a species is tabulated.
  public enum Meaning {
    /// As SBML reads its id: an amount where `hasOnlySubstanceUnits`, else a concentration.
    DECLARED,
    AMOUNT,
    CONCENTRATION
  }

  /// What is tabulated besides time.
  ///
  /// @param all also parameters and compartments that change
  public record Columns(Meaning meaning, boolean all) {}

  /// @throws IllegalArgumentException if a symbol is undefined or rules go in a circle
  public Simulation(Model model, Columns columns, double relative, double absolute) {
    Map<String, Expression> shown = shown(model, columns);
    CompiledModel compiled = ModelCompiler.compile(model);
    this.header = new ArrayList<>(List.of("time"));
    header.addAll(shown.keySet());
    this.formulas = compiled.formulas(List.copyOf(shown.values()));
    this.system = new CompiledSystem(compiled);
    this.parameters = compiled.parameterValues();
    this.start = compiled.initialise(parameters);
    Tolerance tolerance = Tolerance.each(relative, absolute(model, compiled, absolute));
    this.stepper = new Automatic(tolerance).begin(system);
    this.workspace = new double[formulas.workspace()];
    this.events = new EventQueue(model, compiled, system);
    this.breakpoints = new Breakpoints(compiled, model.events());
  }

  /// The absolute tolerance of each state. It is meant in the quantity that the model declares:
  /// where a species' id means its concentration and the state is its amount, it is multiplied by
  /// the size of the compartment.
  private double[] absolute(Model model, CompiledModel compiled, double absolute) {
    double[] each = new double[start.length];
    Arrays.fill(each, absolute);
    for (Species species : model.species()) {
      String amount = Equations.amountOf(species.id());
      if (compiled.hasState(amount)) {
        Formulas size = compiled.formulas(List.of(Expression.symbol(species.compartment())));
        double[] w = new double[size.workspace()];
        double[] value = new double[1];
        size.prepare(parameters, w);
        size.evaluate(0, start, parameters, w, value);
        each[compiled.state(amount)] *= value[0] > 0 ? value[0] : 1;
      }
    }
    return each;
  }

  private static Map<String, Expression> shown(Model model, Columns columns) {
    Map<String, Expression> shown = new LinkedHashMap<>();
    Set<String> changes = new HashSet<>();
    model.rules().forEach(rule -> changes.add(rule.variable()));
    model.events().forEach(e -> e.changes().forEach(change -> changes.add(change.variable())));
    for (Species species : model.species()) {
      shown.put(species.id(), formula(species, columns.meaning()));
    }
    if (columns.all()) {
      for (Compartment compartment : model.compartments()) {
        if (changes.contains(compartment.id())) {
          shown.put(compartment.id(), Expression.symbol(compartment.id()));
        }
      }
      for (Parameter parameter : model.parameters()) {
        if (changes.contains(parameter.id())) {
          shown.put(parameter.id(), Expression.symbol(parameter.id()));
        }
      }
    }
    return shown;
  }

  private static Expression formula(Species species, Meaning meaning) {
    Expression symbol = Expression.symbol(species.id());
    Expression size = Expression.symbol(species.compartment());
    return switch (meaning) {
      case DECLARED -> symbol;
      case AMOUNT -> species.substanceOnly() ? symbol : symbol.times(size);
      case CONCENTRATION -> species.substanceOnly() ? symbol.over(size) : symbol;
    };
  }

  /// Column names, `time` first.
  public List<String> header() {
    return List.copyOf(header);
  }

  /// Rows at 0, until/steps, … until; at the moment of an event, what holds after it.
  ///
  /// @throws IllegalStateException if the integration stops, with the time and the reason
  public List<double[]> run(double until, int steps) {
    system.bind(parameters);
    double[] state = start.clone();
    events.begin(state);
    formulas.prepare(system.parameters(), workspace);
    stepper.start(0, state);
    var table = new Table(until, steps);
    table.rowsAt(0, state);
    double jumped = Double.NEGATIVE_INFINITY;
    int still = 0;
    while (stepper.time() < until) {
      double before = stepper.time();
      double jump = breakpoints.after(stepper.time(), stepper.state(), system.parameters());
      system.keepBetween(jumped, jump);
      double end = Math.min(events.isEmpty() ? until : table.next(), Math.min(jump, events.next()));
      double time = advance(Math.min(end, until), table);
      stateAt(time, state);
      boolean changed = events.happen(time, state);
      still = time > before ? 0 : still + 1;
      if (still > MOST_AT_ONCE) {
        throw new IllegalStateException(
            "At time %s the same events happen over and over; time does not go on."
                .formatted(time));
      }
      formulas.prepare(system.parameters(), workspace);
      table.rowsAt(time, state);
      jumped = time == jump ? jump : jumped;
      if (changed || time == jump || time != stepper.time()) {
        stepper.start(time, state);
      }
    }
    return table.rows;
  }

  /// Integrates to `end`, or to where a trigger turns.
  ///
  /// @return the moment that was reached
  private double advance(double end, Table table) {
    if (end - stepper.time() <= A_MOMENT * Math.ulp(end)) {
      stepper.start(end, stepper.state().clone());
      return end;
    }
    return switch (stepper.advance(end, table)) {
      case Advance.Reached _ -> end;
      case Advance.Stopped _ -> table.turned;
      case Advance.Failed(var reason, var time) ->
          throw new IllegalStateException("At time " + time + " " + reason.advice() + ".");
    };
  }

  private void stateAt(double time, double[] out) {
    if (time == stepper.time()) {
      System.arraycopy(stepper.state(), 0, out, 0, out.length);
    } else {
      stepper.interpolate(time, out);
    }
  }

  /// Takes down the rows of a run, and stops it where a trigger turns.
  private final class Table implements StepListener {
    private final double until;
    private final int steps;
    private final List<double[]> rows = new ArrayList<>();
    private final double[] between = new double[start.length];
    private double turned = Double.NaN;

    Table(double until, int steps) {
      this.until = until;
      this.steps = steps;
    }

    @Override
    public void accepted(Stepper s) {
      turned = events.turned(s);
      double end = Double.isNaN(turned) ? s.time() : turned;
      for (double t = next(); t < end; t = next()) {
        s.interpolate(t, between);
        rows.add(row(t, between));
      }
    }

    @Override
    public boolean isDone() {
      return !Double.isNaN(turned);
    }

    private double next() {
      return rows.size() > steps ? Double.POSITIVE_INFINITY : time(rows.size(), until, steps);
    }

    /// A row that is due exactly now.
    void rowsAt(double time, double[] state) {
      if (next() == time) {
        rows.add(row(time, state));
      }
    }
  }

  private static double time(int row, double until, int steps) {
    return row == steps ? until : until * row / steps;
  }

  private double[] row(double time, double[] state) {
    double[] values = new double[formulas.count()];
    formulas.evaluate(time, state, system.parameters(), workspace, values);
    double[] row = new double[values.length + 1];
    row[0] = time;
    System.arraycopy(values, 0, row, 1, values.length);
    return row;
  }
}
