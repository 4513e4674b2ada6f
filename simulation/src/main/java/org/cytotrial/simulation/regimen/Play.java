package org.cytotrial.simulation.regimen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.cytotrial.simulation.regimen.CompiledSchedule.Action;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.regimen.Series.Operation;

/// A schedule's way through one patient: its place in time, what was given and what was held.
final class Play {
  private final CompiledSchedule schedule;
  private final Course course;
  private final double[] workspace;
  private final double[] values;
  private final double[] baseline;
  private final boolean[] met;
  private final List<Rational> decisionDays;
  private final List<boolean[]> given = new ArrayList<>();
  private final int[] held;
  private final PriorityQueue<InfusionEnd> infusions =
      new PriorityQueue<>(Comparator.comparing(InfusionEnd::time));
  private int nextAction;
  private int nextDecision;

  private record InfusionEnd(Rational time, int state, double rate) {}

  Play(CompiledSchedule schedule, Course course) {
    this.schedule = schedule;
    this.course = course;
    this.workspace = new double[schedule.formulas().workspace()];
    this.values = new double[schedule.formulas().count()];
    this.baseline = new double[values.length];
    this.met = new boolean[schedule.conditions().size()];
    this.decisionDays = schedule.decisionDays();
    this.held = new int[schedule.cycles().size()];
    schedule.cycles().forEach(cycle -> given.add(new boolean[cycle.times().size()]));
  }

  /// Product row, overrides, initial changes; then the baselines are taken.
  void prepare() {
    schedule.productRow().forEach(course::set);
    evaluate();
    schedule.overrides().forEach((parameter, place) -> course.set(parameter, values[place]));
    for (Action action : schedule.inits()) {
      evaluate();
      apply(action);
    }
    evaluate();
    System.arraycopy(values, 0, baseline, 0, values.length);
  }

  /// The day of the next decision, action or end of an infusion; infinite if none.
  double next() {
    double next = Double.POSITIVE_INFINITY;
    if (nextAction < schedule.actions().size()) {
      next = Math.min(next, schedule.actions().get(nextAction).time().toDouble());
    }
    if (nextDecision < decisionDays.size()) {
      next = Math.min(next, decisionDays.get(nextDecision).toDouble());
    }
    InfusionEnd ending = infusions.peek();
    return ending == null ? next : Math.min(next, ending.time().toDouble());
  }

  /// Everything due at this time: decisions, ends of infusions, then actions in the order of the
  /// schedule.
  void act(double time) {
    while (nextDecision < decisionDays.size()
        && decisionDays.get(nextDecision).toDouble() == time) {
      decide(decisionDays.get(nextDecision++));
    }
    endInfusions(time);
    while (nextAction < schedule.actions().size()
        && schedule.actions().get(nextAction).time().toDouble() == time) {
      carryOut(schedule.actions().get(nextAction++));
    }
  }

  private void decide(Rational day) {
    evaluate();
    for (int i = 0; i < met.length; i++) {
      Condition condition = schedule.conditions().get(i);
      if (condition.day().equals(day)) {
        int place = schedule.observablePlace(condition);
        met[i] = condition.comparison().test(values[place], baseline[place]);
      }
    }
  }

  private void endInfusions(double time) {
    for (InfusionEnd ending = infusions.peek();
        ending != null && ending.time().toDouble() == time;
        ending = infusions.peek()) {
      infusions.remove();
      int state = ending.state();
      if (infusions.stream().anyMatch(other -> other.state() == state)) {
        course.infuse(state, -ending.rate());
      } else {
        course.endInfusion(state);
      }
      course.restart();
    }
  }

  private void carryOut(Action action) {
    Series series = action.series();
    boolean stopped =
        series.stopAfter().isPresent() && held[action.cycle()] >= series.stopAfter().getAsInt();
    if (stopped || (action.condition() >= 0 && !met[action.condition()])) {
      return;
    }
    evaluate();
    if (action.hold() >= 0 && values[action.hold()] > 0.5) {
      held[action.cycle()]++;
      return;
    }
    apply(action);
    given.get(action.cycle())[action.dose()] = true;
  }

  private void apply(Action action) {
    Series series = action.series();
    course.giving(series);
    double amount = values[action.place()];
    boolean add = series.operation() == Operation.ADD;
    if (!schedule.model().hasState(series.target())) {
      int parameter = schedule.model().parameter(series.target());
      course.set(parameter, add ? course.parameters()[parameter] + amount : amount);
      course.restart();
      return;
    }
    int state = schedule.model().state(series.target());
    if (series.duration().compareTo(Rational.ZERO) > 0) {
      double rate = amount / series.duration().toDouble();
      course.infuse(state, rate);
      infusions.add(new InfusionEnd(action.time().plus(series.duration()), state, rate));
    } else {
      course.state()[state] = add ? course.state()[state] + amount : amount;
    }
    course.restart();
  }

  private void evaluate() {
    schedule.formulas().prepare(course.parameters(), workspace);
    schedule
        .formulas()
        .evaluate(course.time(), course.state(), course.parameters(), workspace, values);
  }

  /// In the order of [CompiledSchedule#cycles()].
  List<Delivery> delivery() {
    List<Delivery> delivery = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      List<Boolean> truths = new ArrayList<>();
      for (boolean truth : given.get(i)) {
        truths.add(truth);
      }
      delivery.add(new Delivery(schedule.cycles().get(i), truths));
    }
    return delivery;
  }
}
