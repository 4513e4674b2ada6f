package org.cytotrial.engine.solver;

import java.util.Arrays;
import java.util.Optional;

/// One run of [Rodas5P] over one system; nothing is allocated after construction.
final class RosenbrockStepper implements Stepper {
  private static final int ORDER = 5;

  private final RosenbrockTableau tableau = Rodas5P.TABLEAU;
  private final Rodas5P method;
  private final OdeSystem system;
  private final int n;
  private final double[][] k;
  private final double[] y;
  private final double[] previous;
  private final double[] next;
  private final double[] stage;
  private final double[] f;
  private final double[] ft;
  private final double[][] dense = new double[3][];
  private boolean denseIsReady;
  private final StepControl control;

  RosenbrockStepper(Rodas5P method, OdeSystem system) {
    this.method = method;
    this.system = system;
    this.n = system.dimension();
    this.control = new StepControl(method.maxSteps(), ORDER);
    this.k = new double[tableau.stages()][n];
    this.y = new double[n];
    this.previous = new double[n];
    this.next = new double[n];
    this.stage = new double[n];
    this.f = new double[n];
    this.ft = new double[n];
    for (int m = 0; m < dense.length; m++) {
      dense[m] = new double[n];
    }
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
    while (control.time() < end) {
      system.linearise(control.time(), y, f);
      if (control.needsFirst()) {
        Tolerance tolerance = method.tolerance();
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
      if (control.decide(tryStep(control.attempt()), end)) {
        System.arraycopy(y, 0, previous, 0, n);
        System.arraycopy(next, 0, y, 0, n);
        denseIsReady = false;
        return Optional.empty();
      }
    }
  }

  /// The eight stages; leaves the result in `next` and returns the scaled error, NaN if a stage was
  /// not finite.
  private double tryStep(double h) {
    system.factor(1 / (h * tableau.gamma()));
    double t = control.time();
    boolean timed = system.dependsOnTime();
    if (timed) {
      system.byTime(t, y, ft);
    }
    for (int s = 0; s < tableau.stages(); s++) {
      double[] rhs = k[s];
      if (s == 0) {
        System.arraycopy(f, 0, rhs, 0, n);
        System.arraycopy(y, 0, next, 0, n);
      } else {
        stageState(s);
        system.derivative(t + tableau.alpha()[s] * h, next, rhs);
        addCouplings(s, 1 / h, rhs);
      }
      double d = tableau.d()[s];
      if (timed && d != 0) {
        for (int i = 0; i < n; i++) {
          rhs[i] += h * d * ft[i];
        }
      }
      system.solve(rhs);
    }
    return error();
  }

  private void stageState(int s) {
    double[][] a = tableau.a();
    if (s >= a.length) {
      double[] last = k[s - 1];
      for (int i = 0; i < n; i++) {
        next[i] += last[i];
      }
      return;
    }
    System.arraycopy(y, 0, next, 0, n);
    for (int j = 0; j < s; j++) {
      addScaled(next, a[s][j], k[j]);
    }
  }

  private void addCouplings(int s, double perStep, double[] rhs) {
    double[] c = tableau.c()[s];
    Arrays.fill(stage, 0);
    for (int j = 0; j < s; j++) {
      addScaled(stage, c[j], k[j]);
    }
    addScaled(rhs, perStep, stage);
  }

  private void addScaled(double[] sum, double factor, double[] x) {
    for (int i = 0; i < n; i++) {
      sum[i] += factor * x[i];
    }
  }

  private double error() {
    double[] last = k[tableau.stages() - 1];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      next[i] += last[i];
      double size = Math.max(Math.abs(y[i]), Math.abs(next[i]));
      double e = last[i] / method.tolerance().allowed(i, size);
      sum += e * e;
    }
    return n == 0 ? 0 : Math.sqrt(sum / n);
  }

  @Override
  public void interpolate(double time, double[] out) {
    if (!denseIsReady) {
      prepareDense();
    }
    double from = control.previousTime();
    double theta = (time - from) / (control.time() - from);
    double rest = 1 - theta;
    for (int i = 0; i < n; i++) {
      double inner = dense[0][i] + theta * (dense[1][i] + theta * dense[2][i]);
      out[i] = rest * previous[i] + theta * (y[i] + rest * inner);
    }
  }

  private void prepareDense() {
    for (int m = 0; m < dense.length; m++) {
      Arrays.fill(dense[m], 0);
      for (int s = 0; s < tableau.stages(); s++) {
        addScaled(dense[m], tableau.dense()[m][s], k[s]);
      }
    }
    denseIsReady = true;
  }
}
