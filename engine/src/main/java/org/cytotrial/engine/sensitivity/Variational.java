package org.cytotrial.engine.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.Gradient;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;

/// The variational equations `s' = J s + df/dp` of some parameters, by SDIRK4: singly diagonally
/// implicit of order 4(3) with 5 stages, L-stable (Hairer & Wanner, Solving Ordinary Differential
/// Equations II, doi:10.1007/978-3-642-05221-7, table IV.6.5).
///
/// The equations are linear in s, so each stage is one solve with the model's own Jacobian at a
/// state that the stepper interpolates; no second derivatives are needed, as a Rosenbrock method
/// would. A step of the model whose sensitivities err too much is halved. Confined to its thread.
public final class Variational {
  private static final double GAMMA = 0.25;
  private static final double[] C = {1.0 / 4, 3.0 / 4, 11.0 / 20, 1.0 / 2, 1};
  private static final double[][] A = {
    {},
    {1.0 / 2},
    {17.0 / 50, -1.0 / 25},
    {371.0 / 1360, -137.0 / 2720, 15.0 / 544},
    {25.0 / 24, -49.0 / 48, 125.0 / 16, -85.0 / 12},
  };
  private static final double[] B = {25.0 / 24, -49.0 / 48, 125.0 / 16, -85.0 / 12, 1.0 / 4};
  private static final double[] THIRD_ORDER = {59.0 / 48, -17.0 / 96, 225.0 / 32, -85.0 / 12, 0};
  private static final int STAGES = C.length;
  private static final int MOST_HALVINGS = 20;

  private final CompiledModel model;
  private final Tolerance tolerance;
  private final Gradient byParameter;
  private final int[] rows;
  private final int[] columns;
  private final int n;
  private final int m;
  private final double[] workspace;
  private final double[] gradientWorkspace;
  private final double[] partial;
  private final double[] x;
  private final double[] linear;
  private final double[] factors;
  private final double[] rhs;
  private final double[] sizes;
  private double[] p = new double[0];
  private double[][] inflow;
  private double[][] s;
  private double[][] next;
  private final double[][][] k;

  /// @param parameters ids of what is differentiated by
  /// @throws IllegalArgumentException if the model has no such parameter
  public Variational(CompiledModel model, List<String> parameters, Tolerance tolerance) {
    this.model = model;
    this.tolerance = tolerance;
    this.n = model.stateCount();
    this.m = parameters.size();
    List<Expression> derivatives =
        model.equations().states().stream()
            .map(id -> model.equations().derivatives().getOrDefault(id, Expression.Constant.ZERO))
            .toList();
    parameters.forEach(model::parameter);
    this.byParameter = model.gradient(derivatives, parameters);
    List<Integer> row = new ArrayList<>();
    List<Integer> column = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j : model.pattern().get(i).stream().toArray()) {
        row.add(i);
        column.add(j);
      }
    }
    this.rows = row.stream().mapToInt(i -> i).toArray();
    this.columns = column.stream().mapToInt(i -> i).toArray();
    this.workspace = new double[model.workspace()];
    this.gradientWorkspace = new double[byParameter.formulas().workspace()];
    this.partial = new double[byParameter.formulas().count()];
    this.x = new double[n];
    this.linear = new double[n + rows.length];
    this.factors = new double[model.factorSize()];
    this.rhs = new double[n];
    this.sizes = new double[m];
    this.inflow = new double[m][n];
    this.s = new double[m][n];
    this.next = new double[m][n];
    this.k = new double[STAGES][m][n];
  }

  /// Begins anew: no parameter has had any influence yet.
  ///
  /// @param values parameters, in the order of the model; a size of 1 stands for a parameter of 0
  ///   in the error control
  public void begin(double[] values, List<String> parameters) {
    bind(values);
    for (int i = 0; i < m; i++) {
      double value = Math.abs(values[model.parameter(parameters.get(i))]);
      sizes[i] = value == 0 ? 1 : value;
      Arrays.fill(s[i], 0);
      Arrays.fill(inflow[i], 0);
    }
  }

  /// Takes over changed parameters.
  public void bind(double[] values) {
    p = values.clone();
    model.kernel().prepare(p, workspace);
    byParameter.formulas().prepare(p, gradientWorkspace);
  }

  /// Derivative of each state by parameter `parameter`; writing to it is how jumps are given.
  public double[] by(int parameter) {
    return s[parameter];
  }

  /// Changes the derivative of a state's constant inflow by a parameter.
  public void infuse(int parameter, int state, double change) {
    inflow[parameter][state] += change;
  }

  /// Follows the last accepted step of the model.
  ///
  /// @throws IllegalStateException if the error cannot be met
  public void follow(Stepper stepper) {
    follow(stepper, stepper.previousTime(), stepper.time(), 0);
  }

  private void follow(Stepper stepper, double from, double to, int depth) {
    double error = attempt(stepper, from, to - from);
    if (error <= 1) {
      double[][] old = s;
      s = next;
      next = old;
      return;
    }
    if (depth == MOST_HALVINGS) {
      throw new IllegalStateException(
          "The sensitivities could not be followed at time %s: their error stays %.1e times what is"
                  .formatted(from, error)
              + " allowed. Maybe a discontinuity of the model.");
    }
    double middle = from + 0.5 * (to - from);
    follow(stepper, from, middle, depth + 1);
    follow(stepper, middle, to, depth + 1);
  }

  /// One step; leaves the result in `next` and returns the scaled error.
  private double attempt(Stepper stepper, double from, double h) {
    for (int stage = 0; stage < STAGES; stage++) {
      double time = from + C[stage] * h;
      linearise(stepper, time);
      model.kernel().factor(linear, 1 / (h * GAMMA), factors);
      for (int i = 0; i < m; i++) {
        stage(stage, i, h);
      }
    }
    double worst = 0;
    for (int i = 0; i < m; i++) {
      worst = Math.max(worst, complete(i, h));
    }
    return worst;
  }

  private void linearise(Stepper stepper, double time) {
    if (time == stepper.time()) {
      System.arraycopy(stepper.state(), 0, x, 0, n);
    } else {
      stepper.interpolate(time, x);
    }
    model.kernel().linearise(time, x, p, workspace, linear);
    byParameter.formulas().evaluate(time, x, p, gradientWorkspace, partial);
  }

  /// The slope k of a stage: (1 - h gamma J) k = J (s + h sum a k) + df/dp.
  private void stage(int stage, int parameter, double h) {
    System.arraycopy(s[parameter], 0, rhs, 0, n);
    for (int j = 0; j < stage; j++) {
      addScaled(rhs, h * A[stage][j], k[j][parameter]);
    }
    double[] slope = k[stage][parameter];
    System.arraycopy(inflow[parameter], 0, slope, 0, n);
    for (int e = 0; e < partial.length; e++) {
      if (byParameter.columns().get(e) == parameter) {
        slope[byParameter.rows().get(e)] += partial[e];
      }
    }
    for (int e = 0; e < rows.length; e++) {
      slope[rows[e]] += linear[n + e] * rhs[columns[e]];
    }
    for (int i = 0; i < n; i++) {
      slope[i] /= h * GAMMA;
    }
    model.kernel().solve(factors, slope);
  }

  private double complete(int parameter, double h) {
    double[] result = next[parameter];
    System.arraycopy(s[parameter], 0, result, 0, n);
    Arrays.fill(rhs, 0);
    for (int j = 0; j < STAGES; j++) {
      addScaled(result, h * B[j], k[j][parameter]);
      addScaled(rhs, h * (B[j] - THIRD_ORDER[j]), k[j][parameter]);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double size = Math.max(Math.abs(result[i]), Math.abs(s[parameter][i])) * sizes[parameter];
      double allowed = tolerance.absolute(i) + tolerance.relative() * size;
      double e = rhs[i] * sizes[parameter] / allowed;
      sum += e * e;
    }
    return Math.sqrt(sum / n);
  }

  private static void addScaled(double[] sum, double factor, double[] x) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * x[i];
    }
  }
}
