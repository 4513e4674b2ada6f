package org.cytotrial.simulation.regimen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.Series.Operation;

/// A schedule bound to a compiled model and an end: every action in order, amounts and hold rules
/// as compiled formulas. Immutable and shared between threads.
public final class CompiledSchedule {
  private final Schedule schedule;
  private final CompiledModel model;
  private final double end;
  private final List<Action> inits = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Cycle> cycles = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final Formulas formulas;
  private final Map<Expression, Integer> places = new LinkedHashMap<>();
  private final Map<Integer, Double> productRow = new HashMap<>();
  private final Map<Integer, Integer> overrides = new LinkedHashMap<>();

  /// One action at one time.
  ///
  /// @param place of the amount among the formulas
  /// @param hold place of the hold rule, or -1
  /// @param condition index among the conditions, or -1
  record Action(
      Rational time, Series series, int cycle, int dose, int place, int hold, int condition) {}

  /// A cycle of planned actions.
  ///
  /// @param number of this cycle within its series, from 0
  /// @param times planned, in days
  public record Cycle(int series, int number, String drug, String target, List<Rational> times) {
    public Cycle {
      times = List.copyOf(times);
    }
  }

  /// Binds a schedule.
  ///
  /// @param end day up to which actions are planned
  /// @throws IllegalArgumentException if a target, a hold rule or a symbol of an amount is not in
  ///   the model
  public static CompiledSchedule of(Schedule schedule, CompiledModel model, double end) {
    return new CompiledSchedule(schedule, model, end);
  }

  private CompiledSchedule(Schedule schedule, CompiledModel model, double end) {
    this.schedule = schedule;
    this.model = model;
    this.end = end;
    schedule.productRow().forEach((id, value) -> productRow.put(model.parameter(id), value));
    schedule
        .overrides()
        .forEach((id, formula) -> overrides.put(model.parameter(id), place(formula)));
    for (int i = 0; i < schedule.series().size(); i++) {
      plan(i, schedule.series().get(i), model);
    }
    actions.sort(Comparator.comparing(Action::time));
    formulas = model.formulas(List.copyOf(places.keySet()));
  }

  private void plan(int index, Series series, CompiledModel model) {
    if (!model.hasState(series.target()) && !model.hasParameter(series.target())) {
      throw new IllegalArgumentException(
          "Schedule '%s' acts on '%s', which is neither a state nor a parameter of the model."
              .formatted(schedule.name(), series.target()));
    }
    int amount = place(series.amount());
    int hold = series.holdRule().map(rule -> place(Expression.symbol(rule))).orElse(-1);
    int condition = series.condition().map(this::conditionPlace).orElse(-1);
    int number = 0;
    for (List<Rational> times : series.times().cycles(end)) {
      int cycle = cycles.size();
      for (int dose = 0; dose < times.size(); dose++) {
        var action = new Action(times.get(dose), series, cycle, dose, amount, hold, condition);
        (series.operation() == Operation.INIT ? inits : actions).add(action);
      }
      cycles.add(new Cycle(index, number++, series.drug(), series.target(), times));
    }
  }

  private int place(Expression formula) {
    Integer known = places.putIfAbsent(formula, places.size());
    return known == null ? places.size() - 1 : known;
  }

  private int conditionPlace(Condition condition) {
    int known = conditions.indexOf(condition);
    if (known >= 0) {
      return known;
    }
    place(Expression.symbol(condition.observable()));
    conditions.add(condition);
    return conditions.size() - 1;
  }

  public Schedule schedule() {
    return schedule;
  }

  CompiledModel model() {
    return model;
  }

  /// The day up to which actions are planned.
  public double end() {
    return end;
  }

  /// Every planned cycle, in the order of series and time.
  public List<Cycle> cycles() {
    return List.copyOf(cycles);
  }

  List<Action> inits() {
    return inits;
  }

  List<Action> actions() {
    return actions;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /// Days on which a condition is decided, in order.
  List<Rational> decisionDays() {
    return conditions.stream().map(Condition::day).distinct().sorted().toList();
  }

  int observablePlace(Condition condition) {
    return places.getOrDefault(Expression.symbol(condition.observable()), -1);
  }

  Formulas formulas() {
    return formulas;
  }

  Map<Integer, Double> productRow() {
    return productRow;
  }

  /// Parameter index to place of its formula.
  Map<Integer, Integer> overrides() {
    return overrides;
  }
}
