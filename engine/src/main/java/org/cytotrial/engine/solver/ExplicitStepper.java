package org.cytotrial.engine.solver;

import static org.cytotrial.engine.solver.DormandPrince853Coefficients.A;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.C;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.DENSE;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.ERROR_3;
import static org.cytotrial.engine.solver.DormandPrince853Coefficients.ERROR_5;

import java.util.Arrays;

/// One run of [DormandPrince853] over one system; nothing is allocated after construction.
final class ExplicitStepper extends ControlledStepper {
  private static final int ORDER = 8;

  /// Row of A that gives the result; the slopes there are the next step's first.
  private static final int RESULT = 12;

  /// The edge of the stability region on the negative axis.
  private static final double STABILITY = 6.1;

  private final double[][] k;
  private final double[] stage;
  private final double[][] dense;
  private double length;

  ExplicitStepper(DormandPrince853 method, OdeSystem system) {
    super(method, system, ORDER);
    this.k = new double[A.length][n];
    this.stage = new double[n];
    this.dense = new double[3 + DENSE.length][n];
  }

  @Override
  void resume() {
    system.derivative(control.time(), y, k[RESULT]);
  }

  @Override
  double[] slope() {
    System.arraycopy(k[RESULT], 0, k[0], 0, n);
    return k[0];
  }

  @Override
  double tryStep(double h) {
    length = h;
    double t = control.time();
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
      double allowed = tolerance.allowed(i, Math.max(Math.abs(y[i]), Math.abs(next[i])));
      fifth += (e5 / allowed) * (e5 / allowed);
      third += (e3 / allowed) * (e3 / allowed);
    }
    double sum = fifth + 0.01 * third;
    return sum == 0 ? 0 : Math.abs(h) * fifth / Math.sqrt(sum * n);
  }

  /// Estimates the largest eigenvalue from the last two slopes of the step, which lie at the same
  /// time, as DOP853 does. Beyond the edge of the stability region a step may still end well, but
  /// nothing between its ends can be trusted, so it is not taken.
  @Override
  boolean isStiff() {
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
