package org.cytotrial.simulation.regimen;

import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.solver.StepListener;
import org.cytotrial.engine.solver.Stepper;

/// Watches a patient while a schedule is played: sees every step, and may ask to stop at its own
/// days.
public interface FollowUp extends StepListener {
  /// Watches nothing.
  FollowUp NONE =
      new FollowUp() {
        @Override
        public void accepted(Stepper stepper) {}
      };

  /// Called at time 0, when initial changes are done and before the first dose.
  default void begin(CompiledSystem system, double[] state) {}

  /// The next day to stop at exactly; infinite if none.
  default double nextStop() {
    return Double.POSITIVE_INFINITY;
  }

  /// Called on that day, before any action of the schedule on it. May change parameters of the
  /// system.
  default void stop(CompiledSystem system, Stepper stepper) {}

  /// Called just before a series acts on the state or on a parameter.
  default void giving(CompiledSystem system, Stepper stepper, Series series) {}
}
