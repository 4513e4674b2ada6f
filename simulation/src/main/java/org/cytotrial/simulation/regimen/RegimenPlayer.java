package org.cytotrial.simulation.regimen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.CompiledSchedule.Action;
import org.cytotrial.simulation.regimen.Played.Completed;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.regimen.Played.Failed;
import org.cytotrial.simulation.regimen.Series.Operation;

/// Plays schedules on patients, one after another. Owns the workspace of one thread.
public final class RegimenPlayer {
  private final CompiledModel model;
  private final CompiledSystem system;
  private final Stepper stepper;

  public RegimenPlayer(CompiledModel model, Tolerance tolerance) {
    this.model = model;
    this.system = new CompiledSystem(model);
    this.stepper = new Rodas5P(tolerance).begin(system);
  }

  /// The state at the end of the last play.
  public double[] state() {
    return stepper.state();
  }

  /// The parameters at the end of the last play.
  public double[] parameters() {
    return system.parameters();
  }

  /// Steps that the last play took, accepted or not.
  public int steps() {
    return stepper.steps();
  }

  /// Plays a schedule from diagnosis to its end.
  public Played play(VirtualPatient patient, CompiledSchedule schedule, FollowUp followUp) {
    system.bind(patient.parameters());
    stepper.start(0, patient.state());
    var play = new Play(schedule, followUp);
    play.prepare();
    return play.run();
  }

  /// One play: the schedule's place in time and what was given.
  private final class Play {
    private final CompiledSchedule schedule;
    private final FollowUp followUp;
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

    Play(CompiledSchedule schedule, FollowUp followUp) {
      this.schedule = schedule;
      this.followUp = followUp;
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
      schedule.productRow().forEach(system::set);
      evaluate();
      schedule.overrides().forEach((parameter, place) -> system.set(parameter, values[place]));
      for (Action action : schedule.inits()) {
        evaluate();
        apply(action);
      }
      evaluate();
      System.arraycopy(values, 0, baseline, 0, values.length);
      followUp.begin(system, stepper.state());
    }

    Played run() {
      while (true) {
        double stop = nextStop();
        Advance advance = stepper.advance(Math.min(stop, schedule.end()), followUp);
        if (advance instanceof Advance.Failed(var reason, var time)) {
          return new Failed(reason, time);
        }
        if (stop > schedule.end()) {
          return new Completed(delivery());
        }
        actAt(stop);
        if (stop == schedule.end() && nextStop() <= stop) {
          throw new IllegalStateException("A follow-up must move on after each stop");
        }
      }
    }

    private double nextStop() {
      double next = followUp.nextStop();
      if (nextAction < schedule.actions().size()) {
        next = Math.min(next, schedule.actions().get(nextAction).time().toDouble());
      }
      if (nextDecision < decisionDays.size()) {
        next = Math.min(next, decisionDays.get(nextDecision).toDouble());
      }
      InfusionEnd ending = infusions.peek();
      return ending == null ? next : Math.min(next, ending.time().toDouble());
    }

    /// Everything due at this time: visits, decisions, ends of infusions, then actions in the order
    /// of the schedule.
    private void actAt(double time) {
      if (followUp.nextStop() == time) {
        followUp.stop(system, stepper);
      }
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
          system.infuse(state, -ending.rate());
        } else {
          system.endInfusion(state);
        }
        stepper.restart();
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
      double amount = values[action.place()];
      boolean add = series.operation() == Operation.ADD;
      if (!model.hasState(series.target())) {
        int parameter = model.parameter(series.target());
        system.set(parameter, add ? system.parameters()[parameter] + amount : amount);
        stepper.restart();
        return;
      }
      int state = model.state(series.target());
      if (series.duration().compareTo(Rational.ZERO) > 0) {
        double rate = amount / series.duration().toDouble();
        system.infuse(state, rate);
        infusions.add(new InfusionEnd(action.time().plus(series.duration()), state, rate));
      } else {
        stepper.state()[state] = add ? stepper.state()[state] + amount : amount;
      }
      stepper.restart();
    }

    private void evaluate() {
      schedule.formulas().prepare(system.parameters(), workspace);
      schedule
          .formulas()
          .evaluate(stepper.time(), stepper.state(), system.parameters(), workspace, values);
    }

    private List<Delivery> delivery() {
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
}
