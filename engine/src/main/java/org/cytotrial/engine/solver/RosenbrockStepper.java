package org.cytotrial.engine.solver;

import java.util.Arrays;

/// One run of [Rodas5P] over one system; nothing is allocated after construction.
final class RosenbrockStepper extends ControlledStepper {
  private static final int ORDER = 5;

  private final RosenbrockTableau tableau = Rodas5P.TABLEAU;
  private final double[][] k;
  private final double[] stage;
  private final double[] f;
  private final double[] ft;
  private final double[][] dense = new double[3][];

  RosenbrockStepper(Rodas5P method, OdeSystem system) {
    super(method, system, ORDER);
    this.k = new double[tableau.stages()][n];
    this.stage = new double[n];
    this.f = new double[n];
    this.ft = new double[n];
    for (int m = 0; m < dense.length; m++) {
      dense[m] = new double[n];
    }
  }

  @Override
  double[] slope() {
    system.linearise(control.time(), y, f);
    return f;
  }

  /// The eight stages.
  @Override
  double tryStep(double h) {
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

  private double error() {
    double[] last = k[tableau.stages() - 1];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      next[i] += last[i];
      double size = Math.max(Math.abs(y[i]), Math.abs(next[i]));
      double e = last[i] / tolerance.allowed(i, size);
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
