package org.cytotrial.engine.compile;

/// A compiled list of formulas over the states and parameters of a model. Shared between threads,
/// as [Kernel] is.
public abstract class Formulas {
  /// For generated subclasses.
  protected Formulas() {}

  /// The length of the workspace that [#prepare] and [#evaluate] need.
  public abstract int workspace();

  /// The number of formulas.
  public abstract int count();

  /// Computes into `w` what only depends on parameters.
  public abstract void prepare(double[] p, double[] w);

  /// Writes the value of each formula into `out`.
  public abstract void evaluate(double t, double[] y, double[] p, double[] w, double[] out);
}
