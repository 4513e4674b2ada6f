package org.cytotrial.simulation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Event;

/// The times at which the equations or triggers of a model jump, as far as they stand in it as
/// comparisons of time with something that only depends on parameters: `time >= t_on`. They are
/// stepped onto exactly, never over.
final class Breakpoints {
  private final Formulas formulas;
  private final double[] workspace;
  private final double[] values;

  Breakpoints(CompiledModel model, List<Event> events) {
    Set<Expression> moments = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    model.equations().derivatives().values().forEach(f -> find(f, model, moments));
    model.equations().definitions().values().forEach(f -> find(f, model, moments));
    events.forEach(event -> find(event.trigger(), model, moments));
    this.formulas = model.formulas(new ArrayList<>(moments));
    this.workspace = new double[formulas.workspace()];
    this.values = new double[formulas.count()];
  }

  private static void find(Expression formula, CompiledModel model, Set<Expression> moments) {
    formula.forEach(node -> {
      if (node instanceof Expression.Compare(_, var a, var b)) {
        if (a instanceof Expression.Time && isFixed(b, model)) {
          moments.add(b);
        } else if (b instanceof Expression.Time && isFixed(a, model)) {
          moments.add(a);
        }
      }
    });
  }

  private static boolean isFixed(Expression formula, CompiledModel model) {
    boolean[] fixed = {true};
    formula.forEach(node -> {
      boolean isOther =
          node instanceof Expression.Symbol(var id)
              && (!model.hasParameter(id) || model.equations().definitions().containsKey(id));
      fixed[0] &= !(node instanceof Expression.Time) && !isOther;
    });
    return fixed[0];
  }

  /// The first after `time`; infinite if none.
  double after(double time, double[] state, double[] parameters) {
    formulas.prepare(parameters, workspace);
    formulas.evaluate(time, state, parameters, workspace, values);
    double next = Double.POSITIVE_INFINITY;
    for (double value : values) {
      next = value > time ? Math.min(next, value) : next;
    }
    return next;
  }
}
