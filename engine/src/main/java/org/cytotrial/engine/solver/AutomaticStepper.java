package org.cytotrial.engine.solver;

/// One run of [Automatic]: explicit first, implicit from where it proved stiff.
final class AutomaticStepper implements Stepper {
  private final Stepper explicit;
  private final Stepper implicit;
  private Stepper current;
  private int earlier;
  private int earlierRejected;

  AutomaticStepper(Automatic method, OdeSystem system) {
    this.explicit = new DormandPrince853(method.tolerance(), method.maxSteps()).begin(system);
    this.implicit = new Rodas5P(method.tolerance(), method.maxSteps()).begin(system);
    this.current = explicit;
  }

  @Override
  public void start(double time, double[] state) {
    earlier = 0;
    earlierRejected = 0;
    current = explicit;
    current.start(time, state);
  }

  @Override
  public void restart() {
    current.restart();
  }

  @Override
  public double time() {
    return current.time();
  }

  @Override
  public double previousTime() {
    return current.previousTime();
  }

  @Override
  public double[] state() {
    return current.state();
  }

  @Override
  public int steps() {
    return earlier + current.steps();
  }

  @Override
  public int rejectedSteps() {
    return earlierRejected + current.rejectedSteps();
  }

  @Override
  public Advance advance(double end, StepListener listener) {
    Advance advance = current.advance(end, seenBy(listener));
    boolean turns =
        advance instanceof Advance.Failed(var reason, _) && reason != Advance.Reason.NOT_FINITE;
    if (current == implicit || !turns) {
      return advance;
    }
    earlier = current.steps();
    earlierRejected = current.rejectedSteps();
    implicit.start(explicit.time(), explicit.state());
    current = implicit;
    return current.advance(end, seenBy(listener));
  }

  /// The listener is shown this run, whichever method takes the step.
  private StepListener seenBy(StepListener listener) {
    return new StepListener() {
      @Override
      public void accepted(Stepper stepper) {
        listener.accepted(AutomaticStepper.this);
      }

      @Override
      public boolean isDone() {
        return listener.isDone();
      }
    };
  }

  @Override
  public void interpolate(double time, double[] out) {
    current.interpolate(time, out);
  }
}
