package org.cytotrial.engine.solver;

/// How a call of [Stepper#advance] ended.
public sealed interface Advance {
  /// The asked-for time was reached.
  record Reached() implements Advance {}

  /// The listener wanted no more: the last step stands.
  record Stopped() implements Advance {}

  /// The run cannot go on; the state is that of the last accepted step.
  record Failed(Reason reason, double time) implements Advance {}

  /// Why a run stopped, with what to try.
  enum Reason {
    STEP_TOO_SMALL(
        "the step size fell below what the time can resolve; maybe the model has a singularity"
            + " there"),
    TOO_MANY_STEPS("the number of steps ran out; maybe the tolerance is too tight for this model"),
    NOT_FINITE(
        "the derivative is not a finite number; maybe a parameter is NaN or a logarithm meets a"
            + " negative value"),
    STIFF("an explicit method makes no headway; the model is stiff, which an implicit one is for");

    private final String advice;

    Reason(String advice) {
      this.advice = advice;
    }

    public String advice() {
      return advice;
    }
  }
}
