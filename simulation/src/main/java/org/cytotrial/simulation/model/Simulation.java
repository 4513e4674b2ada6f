package org.cytotrial.simulation.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Automatic;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Compartment;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Parameter;
import org.cytotrial.model.network.Species;

/// Integrates one model from its own start and tabulates it at equal steps. Confined to its thread;
/// each run starts anew and gives the same bits.
public final class Simulation {
  private final List<String> header;
  private final Formulas formulas;
  private final CompiledSystem system;
  private final Stepper stepper;
  private final double[] parameters;
  private final double[] start;
  private final double[] workspace;

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

  /// @throws IllegalStateException if the model has events, which are not simulated yet
  /// @throws IllegalArgumentException if a symbol is undefined or rules go in a circle
  public Simulation(Model model, Columns columns, double relative, double absolute) {
    refuseEvents(model);
    Map<String, Expression> shown = shown(model, columns);
    CompiledModel compiled = ModelCompiler.compile(model);
    this.header = new ArrayList<>(List.of("time"));
    header.addAll(shown.keySet());
    this.formulas = compiled.formulas(List.copyOf(shown.values()));
    this.system = new CompiledSystem(compiled);
    this.stepper =
        new Automatic(Tolerance.of(relative, absolute, compiled.stateCount())).begin(system);
    this.parameters = compiled.parameterValues();
    this.start = compiled.initialise(parameters);
    this.workspace = new double[formulas.workspace()];
  }

  private static void refuseEvents(Model model) {
    if (!model.events().isEmpty()) {
      throw new IllegalStateException(
          "Model '%s' has events (%s), which are not simulated yet; without them the result would be wrong."
              .formatted(
                  model.id(), String.join(", ", model.events().stream().map(Event::id).toList())));
    }
  }

  private static Map<String, Expression> shown(Model model, Columns columns) {
    Map<String, Expression> shown = new LinkedHashMap<>();
    Set<String> changes = new HashSet<>();
    model.rules().forEach(rule -> changes.add(rule.variable()));
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

  /// Rows at 0, until/steps, … until.
  ///
  /// @throws IllegalStateException if the integration stops, with the time and the reason
  public List<double[]> run(double until, int steps) {
    system.bind(parameters);
    formulas.prepare(parameters, workspace);
    stepper.start(0, start);
    List<double[]> rows = new ArrayList<>(steps + 1);
    rows.add(row(0, start));
    double[] state = new double[start.length];
    Advance end =
        stepper.advance(
            until,
            s -> {
              for (double t = time(rows.size(), until, steps);
                  rows.size() <= steps && t <= s.time();
                  t = time(rows.size(), until, steps)) {
                s.interpolate(t, state);
                rows.add(row(t, state));
              }
            });
    if (end instanceof Advance.Failed(var reason, var time)) {
      throw new IllegalStateException("At time " + time + " " + reason.advice() + ".");
    }
    return rows;
  }

  private static double time(int row, double until, int steps) {
    return row == steps ? until : until * row / steps;
  }

  private double[] row(double time, double[] state) {
    double[] values = new double[formulas.count()];
    formulas.evaluate(time, state, parameters, workspace, values);
    double[] row = new double[values.length + 1];
    row[0] = time;
    System.arraycopy(values, 0, row, 1, values.length);
    return row;
  }
}
