package org.cytotrial.engine.compile;

import java.util.Arrays;
import org.cytotrial.engine.solver.OdeSystem;

/// A compiled model with one patient's parameters and running infusions, as the solver sees it.
/// Confined to its thread.
public final class CompiledSystem implements OdeSystem {
  private final CompiledModel model;
  private final Kernel kernel;
  private final double[] parameters;
  private final double[] workspace;
  private final double[] linearised;
  private final double[] factors;
  private final double[] infusion;
  private boolean infuses;
  private double earliest = Double.NEGATIVE_INFINITY;
  private double latest = Double.POSITIVE_INFINITY;

  public CompiledSystem(CompiledModel model) {
    this.model = model;
    this.kernel = model.kernel();
    this.parameters = new double[model.equations().parameters().size()];
    this.workspace = new double[model.workspace()];
    this.linearised = new double[model.stateCount() + model.nonZeros()];
    this.factors = new double[model.factorSize()];
    this.infusion = new double[model.stateCount()];
  }

  public CompiledModel model() {
    return model;
  }

  /// Takes over a patient's parameters and ends all infusions.
  public void bind(double[] values) {
    System.arraycopy(values, 0, parameters, 0, parameters.length);
    Arrays.fill(infusion, 0);
    infuses = false;
    kernel.prepare(parameters, workspace);
  }

  /// The parameters in use; change them with [#set] only.
  public double[] parameters() {
    return parameters;
  }

  /// Changes one parameter.
  public void set(int parameter, double value) {
    parameters[parameter] = value;
    kernel.prepare(parameters, workspace);
  }

  /// Adds to the constant inflow of a state, in its unit per time unit; a negative rate ends an
  /// infusion.
  public void infuse(int state, double rate) {
    infusion[state] += rate;
    infuses = !Arrays.stream(infusion).allMatch(r -> r == 0);
  }

  /// Sets the inflow of a state to nothing.
  public void endInfusion(int state) {
    infuse(state, -infusion[state]);
  }

  /// Evaluates the equations as if time lay strictly between two moments at which they jump, so
  /// that a step that ends on one of them sees one side only.
  public void keepBetween(double from, double to) {
    earliest = Math.nextUp(from);
    latest = Math.nextDown(to);
  }

  private double within(double t) {
    return Math.max(earliest, Math.min(latest, t));
  }

  @Override
  public int dimension() {
    return model.stateCount();
  }

  @Override
  public void derivative(double t, double[] y, double[] f) {
    kernel.derivative(within(t), y, parameters, workspace, f);
    addInfusions(f);
  }

  @Override
  public void linearise(double t, double[] y, double[] f) {
    kernel.linearise(within(t), y, parameters, workspace, linearised);
    System.arraycopy(linearised, 0, f, 0, f.length);
    addInfusions(f);
  }

  private void addInfusions(double[] f) {
    if (infuses) {
      for (int i = 0; i < f.length; i++) {
        f[i] += infusion[i];
      }
    }
  }

  @Override
  public boolean dependsOnTime() {
    return model.dependsOnTime();
  }

  @Override
  public void byTime(double t, double[] y, double[] ft) {
    kernel.byTime(within(t), y, parameters, workspace, ft);
  }

  @Override
  public void factor(double shift) {
    kernel.factor(linearised, shift, factors);
  }

  @Override
  public void solve(double[] b) {
    kernel.solve(factors, b);
  }
}
