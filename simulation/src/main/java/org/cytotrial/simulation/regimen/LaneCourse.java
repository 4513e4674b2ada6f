package org.cytotrial.simulation.regimen;

import java.util.Arrays;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.lanes.LaneStepper;
import org.cytotrial.simulation.regimen.LanePlayer.Part;
import org.jspecify.annotations.Nullable;

/// The patient in one lane: a copy of state and parameters to act on between steps, written back
/// where something was changed.
final class LaneCourse implements Course {
  private final LaneStepper stepper;
  private final int lane;
  private final double[] state;
  private final double[] parameters;
  private final double[] inflow;
  private @Nullable Part part;
  private @Nullable Play play;
  private double stop;
  private boolean hasJumped;
  private boolean isRebound;

  LaneCourse(LaneStepper stepper, int lane, CompiledModel model) {
    this.stepper = stepper;
    this.lane = lane;
    this.state = new double[model.stateCount()];
    this.parameters = new double[model.equations().parameters().size()];
    this.inflow = new double[state.length];
  }

  boolean isIdle() {
    return part == null;
  }

  boolean isRunning() {
    return stepper.isRunning(lane);
  }

  private Part part() {
    if (part == null) {
      throw new IllegalStateException("No patient is in lane " + lane);
    }
    return part;
  }

  private Play play() {
    if (play == null) {
      throw new IllegalStateException("No patient is in lane " + lane);
    }
    return play;
  }

  Watch watch() {
    return part().watch();
  }

  /// Puts a patient into the lane and prepares the schedule; the watch has not begun.
  void begin(Part next) {
    part = next;
    System.arraycopy(next.patient().parameters(), 0, parameters, 0, parameters.length);
    System.arraycopy(next.patient().state(), 0, state, 0, state.length);
    Arrays.fill(inflow, 0);
    hasJumped = false;
    isRebound = false;
    stepper.start(lane, 0, state, parameters);
    Play own = new Play(next.schedule(), this);
    play = own;
    own.prepare();
  }

  /// Writes back what was changed and runs to the next stop.
  void go() {
    if (isRebound) {
      stepper.bind(lane, parameters);
    }
    if (hasJumped) {
      stepper.setState(lane, state);
      stepper.setInflow(lane, inflow);
      stepper.restart(lane);
    }
    isRebound = false;
    hasJumped = false;
    stop = Math.min(watch().nextStop(), play().next());
    stepper.run(lane, Math.min(stop, part().schedule().end()));
  }

  /// Reads the state at a stop.
  void fetch() {
    stepper.state(lane, state);
  }

  void act() {
    play().act(time());
  }

  /// Whether the end was reached or the run failed.
  boolean hasEnded() {
    return stepper.failure(lane).isPresent() || stop > part().schedule().end();
  }

  void finish() {
    Played played =
        stepper
            .failure(lane)
            .<Played>map(reason -> new Played.Failed(reason, time()))
            .orElseGet(() -> new Played.Completed(play().delivery()));
    Part finished = part();
    part = null;
    play = null;
    finished.finished().accept(played);
  }

  @Override
  public double time() {
    return stepper.time(lane);
  }

  @Override
  public double[] state() {
    return state;
  }

  @Override
  public double[] parameters() {
    return parameters;
  }

  @Override
  public void set(int parameter, double value) {
    parameters[parameter] = value;
    isRebound = true;
  }

  @Override
  public void infuse(int target, double rate) {
    inflow[target] += rate;
  }

  @Override
  public void endInfusion(int target) {
    inflow[target] = 0;
  }

  @Override
  public void restart() {
    hasJumped = true;
  }
}
