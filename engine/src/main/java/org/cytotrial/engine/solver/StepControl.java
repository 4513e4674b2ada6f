package org.cytotrial.engine.solver;

import java.util.Optional;

/// The time of one run, its step size, and what is decided about them: the elementary controller of
/// Hairer & Wanner II (doi:10.1007/978-3-642-05221-7), section IV.8.
///
/// A step is: [#propose], the attempt, [#decide].
public final class StepControl {
  private static final double SAFETY = 0.9;
  private static final double MIN_FACTOR = 0.2;
  private static final double MAX_FACTOR = 6;
  private static final double AFTER_INFINITY = 0.1;
  private static final double NEARLY = 1.000001;
  private static final double TINY = 1e-10;
  private static final double FIRST_CHANGE = 0.03;
  private static final double FIRST_STEP = 1e-6;

  private final int maxSteps;
  private final int order;
  private double time;
  private double previousTime;
  private double step;
  private double attempt;
  private boolean reachesEnd;
  private boolean afterRejection;

  /// Since the last accepted step: the derivative and the stages of all attempts.
  private boolean wasFinite = true;

  private int steps;
  private int rejected;

  /// @param maxSteps attempts after which the run is given up
  /// @param order error goes as the step to this power
  public StepControl(int maxSteps, int order) {
    this.maxSteps = maxSteps;
    this.order = order;
  }

  /// Starts anew at another time.
  public void start(double at) {
    time = at;
    previousTime = at;
    steps = 0;
    rejected = 0;
    wasFinite = true;
    restart();
  }

  /// Forgets the step size, after a jump.
  public void restart() {
    step = 0;
    afterRejection = false;
  }

  public double time() {
    return time;
  }

  /// The time before the last accepted step.
  public double previousTime() {
    return previousTime;
  }

  /// Attempts since [#start].
  public int steps() {
    return steps;
  }

  /// Rejected attempts since [#start].
  public int rejectedSteps() {
    return rejected;
  }

  /// The step size of the attempt under way.
  public double attempt() {
    return attempt;
  }

  /// Whether [#first] must be called before [#propose].
  public boolean needsFirst() {
    return step == 0;
  }

  /// Chooses a first step that would change the state by 3 % of its size.
  ///
  /// @param size sum over the states of (y / allowed error)²
  /// @param speed the same of dy/dt
  public void first(double size, double speed, double end) {
    wasFinite = Double.isFinite(speed);
    double guess =
        size < TINY || speed < TINY ? FIRST_STEP : FIRST_CHANGE * Math.sqrt(size / speed);
    step = Double.isFinite(guess) ? Math.min(guess, end - time) : FIRST_STEP * (end - time);
  }

  /// Chooses the step size of the next attempt.
  ///
  /// @return why the run must be given up instead, if it must
  public Optional<Advance.Reason> propose(double end) {
    if (++steps > maxSteps) {
      return Optional.of(Advance.Reason.TOO_MANY_STEPS);
    }
    reachesEnd = time + step * NEARLY >= end;
    double half = 0.5 * (end - time);
    attempt = reachesEnd ? end - time : half > step ? step : Math.min(step, half);
    boolean isVisible = attempt > 16 * Math.ulp(time) || (reachesEnd && !afterRejection);
    if (isVisible) {
      return Optional.empty();
    }
    return Optional.of(wasFinite ? Advance.Reason.STEP_TOO_SMALL : Advance.Reason.NOT_FINITE);
  }

  /// Takes or rejects the attempt and chooses the next step size.
  ///
  /// @param error scaled error, acceptable up to 1; NaN if a stage was not finite
  /// @param end the same as in [#propose]
  public boolean decide(double error, double end) {
    boolean isFinite = Double.isFinite(error);
    if (error <= 1) {
      wasFinite = true;
      previousTime = time;
      time = reachesEnd ? end : time + attempt;
      double next = attempt * Math.min(afterRejection ? 1 : MAX_FACTOR, factor(error));
      step = reachesEnd ? Math.max(step, next) : next;
      afterRejection = false;
      return true;
    }
    rejected++;
    afterRejection = true;
    wasFinite = wasFinite && isFinite;
    step = attempt * (isFinite ? factor(error) : AFTER_INFINITY);
    return false;
  }

  private double factor(double error) {
    double factor = SAFETY * Math.pow(Math.max(error, TINY), -1.0 / order);
    return Math.max(MIN_FACTOR, Math.min(MAX_FACTOR, factor));
  }
}
