package org.cytotrial.engine.solver;

import static org.cytotrial.engine.solver.DormandPrince853Coefficients.A;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.C;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.DENSE;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.ERROR_3;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.ERROR_5;

import java.util.Arrays;
import java.util.Optional;

/// One run of [DormandPrince853] over one system; nothing is allocated after construction.
final class ExplicitStepper implements Stepper {
  private static final int ORDER = 8;

  /// Row of A that gives the result; the slopes there are the next step's first.
  private static final int RESULT = 12;

  /// The edge of the stability region on the negative axis.
  private static final double STABILITY = 6.1;

  private final DormandPrince853 method;
  private final OdeSystem system;
  private final int n;
  private final double[][] k;
  private final double[] y;
  private final double[] previous;
  private final double[] next;
  private final double[] stage;
  private final double[][] dense;
  private final StepControl control;
  private boolean denseIsReady;
  private double length;

  ExplicitStepper(DormandPrince853 method, OdeSystem system) {
    this.method = method;
    this.system = system;
    this.n = system.dimension();
    this.k = new double[A.length][n];
    this.y = new double[n];
    this.previous = new double[n];
    this.next = new double[n];
    this.stage = new double[n];
    this.dense = new double[3 + DENSE.length][n];
    this.control = new StepControl(method.maxSteps(), ORDER);
  }

  @Override
  public void start(double time, double[] state) {
    control.start(time);
    System.arraycopy(state, 0, y, 0, n);
  }

  @Override
  public void restart() {
    control.restart();
  }

  @Override
  public double time() {
    return control.time();
  }

  @Override
  public double previousTime() {
    return control.previousTime();
  }

  @Override
  public double[] state() {
    return y;
  }

  @Override
  public int steps() {
    return control.steps();
  }

  @Override
  public int rejectedSteps() {
    return control.rejectedSteps();
  }

  @Override
  public Advance advance(double end, StepListener listener) {
    system.derivative(control.time(), y, k[RESULT]); // parameters may have changed
    while (control.time() < end) {
      System.arraycopy(k[RESULT], 0, k[0], 0, n);
      if (control.needsFirst()) {
        control.first(method.tolerance().squares(y, y), method.tolerance().squares(k[0], y), end);
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
      length = control.attempt();
      double error = tryStep(control.time(), length);
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

  private double tryStep(double t, double h) {
    for (int s = 1; s <= RESULT; s++) {
      combine(A[s], h, s == RESULT ? next : stage, y);
      if (s < RESULT) {
        system.derivative(t + C[s] * h, stage, k[s]);
      }
    }
    system.derivative(t + h, next, k[RESULT]);
    return error(h);
  }

  private void combine(double[] factors, double h, double[] to, double[] from) {
    System.arraycopy(from, 0, to, 0, n);
    for (int j = 0; j < factors.length; j++) {
      if (factors[j] != 0) {
        addScaled(to, h * factors[j], k[j]);
      }
    }
  }

  private static void addScaled(double[] sum, double factor, double[] x) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * x[i];
    }
  }

  private double error(double h) {
    double fifth = 0;
    double third = 0;
    for (int i = 0; i < n; i++) {
      double e5 = 0;
      double e3 = 0;
      for (int j = 0; j < ERROR_5.length; j++) {
        e5 += ERROR_5[j] * k[j][i];
        e3 += ERROR_3[j] * k[j][i];
      }
      double allowed = method.tolerance().allowed(i, Math.max(Math.abs(y[i]), Math.abs(next[i])));
      fifth += (e5 / allowed) * (e5 / allowed);
      third += (e3 / allowed) * (e3 / allowed);
    }
    double sum = fifth + 0.01 * third;
    return sum == 0 ? 0 : Math.abs(h) * fifth / Math.sqrt(sum * n);
  }

  /// Estimates the largest eigenvalue from the last two slopes of the step, which lie at the same
  /// time, as DOP853 does. Beyond the edge of the stability region a step may still end well, but
  /// nothing between its ends can be trusted, so it is not taken.
  private boolean isStiff() {
    double slopes = 0;
    double states = 0;
    for (int i = 0; i < n; i++) {
      double slope = k[RESULT][i] - k[RESULT - 1][i];
      double state = next[i] - stage[i];
      slopes += slope * slope;
      states += state * state;
    }
    return states > 0 && length * Math.sqrt(slopes / states) > STABILITY;
  }

  /// To order 7.
  @Override
  public void interpolate(double time, double[] out) {
    if (!denseIsReady) {
      prepareDense();
    }
    double theta = (time - control.previousTime()) / length;
    double rest = 1 - theta;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = dense.length - 1; j >= 0; j--) {
        sum = (sum + dense[j][i]) * (j % 2 == 0 ? theta : rest);
      }
      out[i] = previous[i] + sum;
    }
  }

  private void prepareDense() {
    for (int s = RESULT + 1; s < A.length; s++) {
      combine(A[s], length, stage, previous);
      system.derivative(control.previousTime() + C[s] * length, stage, k[s]);
    }
    for (int i = 0; i < n; i++) {
      double change = y[i] - previous[i];
      dense[0][i] = change;
      dense[1][i] = length * k[0][i] - change;
      dense[2][i] = 2 * change - length * (k[RESULT][i] + k[0][i]);
    }
    for (int d = 0; d < DENSE.length; d++) {
      Arrays.fill(dense[3 + d], 0);
      for (int j = 0; j < DENSE[d].length; j++) {
        addScaled(dense[3 + d], length * DENSE[d][j], k[j]);
      }
    }
    denseIsReady = true;
  }
}
