package org.cytotrial.engine.solver;

/// One run of an [OdeMethod] over one system. Confined to its thread.
public sealed interface Stepper permits ControlledStepper, AutomaticStepper {
  /// Starts anew at another time and state.
  void start(double time, double[] state);

  /// Forgets the step size, after the state or the system has jumped.
  void restart();

  double time();

  /// The time before the last accepted step.
  double previousTime();

  /// The state at [#time()]; writing to it is how doses are given, followed by [#restart()].
  double[] state();

  /// Accepted and rejected steps since [#start].
  int steps();

  /// Rejected steps since [#start].
  int rejectedSteps();

  /// Integrates until `end`, exactly.
  Advance advance(double end, StepListener listener);

  /// The state at a time within the last accepted step.
  void interpolate(double time, double[] out);
}
