package org.cytotrial.engine.solver;

/// Sees each accepted step while its dense output is at hand.
@FunctionalInterface
public interface StepListener {
  StepListener NONE = _ -> {};

  /// Called after a step from [Stepper#previousTime()] to [Stepper#time()].
  void accepted(Stepper stepper);

  /// Whether the run is to stop after the step just seen.
  default boolean isDone() {
    return false;
  }
}
