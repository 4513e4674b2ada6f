package org.cytotrial.engine.solver;

import java.util.Arrays;

/// One run of [Rodas5P] over one system. Confined to its thread; nothing is allocated after
/// construction.
public final class Stepper {
  private static final double SAFETY = 0.9;
  private static final double MIN_FACTOR = 0.2;
  private static final double MAX_FACTOR = 6;
  private static final double ORDER = 5;

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
  private double t;
  private double previousTime;
  private double step;
  private int steps;
  private int rejected;

  Stepper(Rodas5P method, OdeSystem system) {
    this.method = method;
    this.system = system;
    this.n = system.dimension();
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

  /// Starts anew at another time and state.
  public void start(double time, double[] state) {
    t = time;
    previousTime = time;
    System.arraycopy(state, 0, y, 0, n);
    steps = 0;
    rejected = 0;
    restart();
  }

  /// Forgets the step size, after the state or the system has jumped.
  public void restart() {
    step = 0;
  }

  public double time() {
    return t;
  }

  /// The time before the last accepted step.
  public double previousTime() {
    return previousTime;
  }

  /// The state at [#time()]; writing to it is how doses are given, followed by [#restart()].
  public double[] state() {
    return y;
  }

  /// Accepted and rejected steps since [#start].
  public int steps() {
    return steps;
  }

  /// Rejected steps since [#start].
  public int rejectedSteps() {
    return rejected;
  }

  /// Integrates until `end`, exactly.
  public Advance advance(double end, StepListener listener) {
    while (t < end) {
      system.linearise(t, y, f);
      if (step == 0) {
        step = firstStep(end);
      }
      Advance.Reason failure = acceptedStep(end);
      if (failure != null) {
        return new Advance.Failed(failure, t);
      }
      listener.accepted(this);
    }
    return new Advance.Reached();
  }

  /// A step that would change the state by 3 % of its size (ENGINE notes; cheap, since f is needed
  /// anyway).
  private double firstStep(double end) {
    double size = 0;
    double speed = 0;
    for (int i = 0; i < n; i++) {
      double scale =
          method.tolerance().absolute(i) + method.tolerance().relative() * Math.abs(y[i]);
      size += (y[i] / scale) * (y[i] / scale);
      speed += (f[i] / scale) * (f[i] / scale);
    }
    double guess = size < 1e-10 || speed < 1e-10 ? 1e-6 : 0.03 * Math.sqrt(size / speed);
    return Double.isFinite(guess) ? Math.min(guess, end - t) : 1e-6 * (end - t);
  }

  private Advance.@org.jspecify.annotations.Nullable Reason acceptedStep(double end) {
    boolean afterRejection = false;
    while (true) {
      if (++steps > method.maxSteps()) {
        return Advance.Reason.TOO_MANY_STEPS;
      }
      boolean last = t + step * 1.000001 >= end;
      double h = last ? end - t : Math.min(step, 0.5 * (end - t) > step ? step : 0.5 * (end - t));
      if (!(h > 16 * Math.ulp(t)) && !last) {
        return Double.isFinite(sum(f)) ? Advance.Reason.STEP_TOO_SMALL : Advance.Reason.NOT_FINITE;
      }
      double error = tryStep(h);
      if (error <= 1) {
        accept(last ? end : t + h);
        double factor = Math.min(afterRejection ? 1 : MAX_FACTOR, factor(error));
        step = last ? Math.max(step, h * factor) : h * factor;
        return null;
      }
      rejected++;
      afterRejection = true;
      step = h * (Double.isFinite(error) ? factor(error) : 0.1);
      if (!(step > 16 * Math.ulp(t))) {
        return Double.isFinite(error) ? Advance.Reason.STEP_TOO_SMALL : Advance.Reason.NOT_FINITE;
      }
    }
  }

  private static double sum(double[] x) {
    return Arrays.stream(x).sum();
  }

  private static double factor(double error) {
    double factor = SAFETY * Math.pow(Math.max(error, 1e-10), -1 / ORDER);
    return Math.max(MIN_FACTOR, Math.min(MAX_FACTOR, factor));
  }

  private void accept(double time) {
    System.arraycopy(y, 0, previous, 0, n);
    System.arraycopy(next, 0, y, 0, n);
    previousTime = t;
    t = time;
    denseIsReady = false;
  }

  /// The eight stages; leaves the result in `next` and returns the scaled error, NaN if a stage was
  /// not finite.
  private double tryStep(double h) {
    system.factor(1 / (h * tableau.gamma()));
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
      double e = last[i] / (method.tolerance().absolute(i) + method.tolerance().relative() * size);
      sum += e * e;
    }
    return n == 0 ? 0 : Math.sqrt(sum / n);
  }

  /// The state at a time within the last accepted step, to order 4.
  public void interpolate(double time, double[] out) {
    if (!denseIsReady) {
      prepareDense();
    }
    double theta = (time - previousTime) / (t - previousTime);
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
