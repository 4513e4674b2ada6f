package org.cytotrial.engine.solver;

import java.util.Optional;

/// What all one-step methods do alike: attempt steps under a [StepControl] until the end is
/// reached, and show each that is accepted.
abstract sealed class ControlledStepper implements Stepper
    permits RosenbrockStepper, ExplicitStepper {
  final Tolerance tolerance;
  final OdeSystem system;
  final int n;
  final double[] y;
  final double[] previous;

  /// The state at the end of an attempt.
  final double[] next;

  final StepControl control;
  boolean denseIsReady;

  ControlledStepper(OdeMethod method, OdeSystem system, int order) {
    this.tolerance = method.tolerance();
    this.system = system;
    this.n = system.dimension();
    this.y = new double[n];
    this.previous = new double[n];
    this.next = new double[n];
    this.control = new StepControl(method.maxSteps(), order);
  }

  /// Called at the beginning of each [#advance], before which parameters may have changed.
  void resume() {}

  /// Computes dy/dt at the start of a step, and all that its attempts share.
  abstract double[] slope();

  /// Attempts a step; leaves the result in `next` and returns the scaled error, NaN if a stage was
  /// not finite.
  abstract double tryStep(double h);

  /// Whether the attempt, though its error is small, must not be taken.
  boolean isStiff() {
    return false;
  }

  @Override
  public final void start(double time, double[] state) {
    control.start(time);
    System.arraycopy(state, 0, y, 0, n);
  }

  @Override
  public final void restart() {
    control.restart();
  }

  @Override
  public final double time() {
    return control.time();
  }

  @Override
  public final double previousTime() {
    return control.previousTime();
  }

  @Override
  public final double[] state() {
    return y;
  }

  @Override
  public final int steps() {
    return control.steps();
  }

  @Override
  public final int rejectedSteps() {
    return control.rejectedSteps();
  }

  @Override
  public final Advance advance(double end, StepListener listener) {
    resume();
    while (control.time() < end) {
      double[] f = slope();
      if (control.needsFirst()) {
        control.first(tolerance.squares(y, y), tolerance.squares(f, y), end);
      }
      Optional<Advance.Reason> failure = acceptedStep(end);
      if (failure.isPresent()) {
        return new Advance.Failed(failure.orElseThrow(), control.time());
      }
      listener.accepted(this);
      if (listener.isDone()) {
        return new Advance.Stopped();
      }
    }
    return new Advance.Reached();
  }

  /// Attempts until a step is accepted; else says why the run must be given up.
  private Optional<Advance.Reason> acceptedStep(double end) {
    while (true) {
      Optional<Advance.Reason> failure = control.propose(end);
      if (failure.isPresent()) {
        return failure;
      }
      double error = tryStep(control.attempt());
      if (error <= 1 && isStiff()) {
        return Optional.of(Advance.Reason.STIFF);
      }
      if (control.decide(error, end)) {
        System.arraycopy(y, 0, previous, 0, n);
        System.arraycopy(next, 0, y, 0, n);
        denseIsReady = false;
        return Optional.empty();
      }
    }
  }

  static void addScaled(double[] sum, double factor, double[] x) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * x[i];
    }
  }
}
