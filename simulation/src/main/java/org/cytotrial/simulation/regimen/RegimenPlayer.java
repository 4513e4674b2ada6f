package org.cytotrial.simulation.regimen;

import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.Played.Completed;
import org.cytotrial.simulation.regimen.Played.Failed;

/// Plays schedules on patients, one after another. Owns the workspace of one thread.
public final class RegimenPlayer {
  /// A run that cannot go on is begun again at these fractions of the tolerance: a state that a
  /// loose tolerance has let slip below zero can run away from there.
  private static final List<Double> RETRIES = List.of(0.1, 0.01);

  private final CompiledSystem system;
  private final Tolerance tolerance;
  private final Course course = new ScalarCourse();
  private Stepper stepper;
  private Stepper ended;
  private int retries;
  private FollowUp following = FollowUp.NONE;

  public RegimenPlayer(CompiledModel model, Tolerance tolerance) {
    this.system = new CompiledSystem(model);
    this.tolerance = tolerance;
    this.stepper = new Rodas5P(tolerance).begin(system);
    this.ended = stepper;
  }

  /// The state at the end of the last play.
  public double[] state() {
    return ended.state();
  }

  /// The parameters at the end of the last play.
  public double[] parameters() {
    return system.parameters();
  }

  /// Steps that the last play took, accepted or not.
  public int steps() {
    return ended.steps();
  }

  /// How often the last play was begun again at a tighter tolerance.
  public int retries() {
    return retries;
  }

  /// Plays a schedule from diagnosis to its end; where the integration cannot go on, again from
  /// diagnosis at a tighter tolerance. The follow-up begins anew with each attempt.
  public Played play(VirtualPatient patient, CompiledSchedule schedule, FollowUp followUp) {
    retries = 0;
    Stepper usual = stepper;
    Played played = attempt(patient, schedule, followUp);
    while (played instanceof Failed && retries < RETRIES.size()) {
      double relative = tolerance.relative() * RETRIES.get(retries++);
      stepper = new Rodas5P(tolerance.withRelative(relative)).begin(system);
      played = attempt(patient, schedule, followUp);
    }
    ended = stepper;
    stepper = usual;
    return played;
  }

  private Played attempt(VirtualPatient patient, CompiledSchedule schedule, FollowUp followUp) {
    following = followUp;
    system.bind(patient.parameters());
    stepper.start(0, patient.state());
    var play = new Play(schedule, course);
    play.prepare();
    followUp.begin(system, stepper.state());
    return run(play, schedule.end(), followUp);
  }

  private Played run(Play play, double end, FollowUp followUp) {
    while (true) {
      double stop = Math.min(followUp.nextStop(), play.next());
      Advance advance = stepper.advance(Math.min(stop, end), followUp);
      if (advance instanceof Advance.Failed(var reason, var time)) {
        return new Failed(reason, time);
      }
      if (stop > end) {
        return new Completed(play.delivery());
      }
      if (followUp.nextStop() == stop) {
        followUp.stop(system, stepper);
      }
      play.act(stop);
      if (stop == end && Math.min(followUp.nextStop(), play.next()) <= stop) {
        throw new IllegalStateException("A follow-up must move on after each stop");
      }
    }
  }

  private final class ScalarCourse implements Course {
    @Override
    public double time() {
      return stepper.time();
    }

    @Override
    public double[] state() {
      return stepper.state();
    }

    @Override
    public double[] parameters() {
      return system.parameters();
    }

    @Override
    public void set(int parameter, double value) {
      system.set(parameter, value);
    }

    @Override
    public void infuse(int state, double rate) {
      system.infuse(state, rate);
    }

    @Override
    public void endInfusion(int state) {
      system.endInfusion(state);
    }

    @Override
    public void restart() {
      stepper.restart();
    }

    @Override
    public void giving(Series series) {
      following.giving(system, stepper, series);
    }
  }
}
