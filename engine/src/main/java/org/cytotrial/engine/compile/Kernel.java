package org.cytotrial.engine.compile;

/// The compiled equations of one model: straight-line code that the JIT compiles to machine code.
///
/// Vectors: `y` states, `p` parameters, `w` workspace of [CompiledModel#workspace()] doubles.
/// Instances hold nothing, so they are shared between threads; each thread brings its own arrays.
/// Call [#prepare] again after any change of `p`.
public abstract class Kernel {
  /// For generated subclasses.
  protected Kernel() {}

  /// Computes into `w` what only depends on parameters.
  public abstract void prepare(double[] p, double[] w);

  /// Writes dy/dt into `f`.
  public abstract void derivative(double t, double[] y, double[] p, double[] w, double[] f);

  /// Writes dy/dt and, behind it, the non-zeros of the Jacobian, in the order of
  /// [CompiledModel#pattern()].
  public abstract void linearise(double t, double[] y, double[] p, double[] w, double[] fj);

  /// Writes the partial derivative of dy/dt by time into `ft`.
  public abstract void byTime(double t, double[] y, double[] p, double[] w, double[] ft);

  /// Factors `shift * I - J` into `lu`, with J as [#linearise] left it in `fj`.
  public abstract void factor(double[] fj, double shift, double[] lu);

  /// Replaces `b` by the solution of the factored system.
  public abstract void solve(double[] lu, double[] b);
}
