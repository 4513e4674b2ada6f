package org.cytotrial.engine.solver;

/// dy/dt = f(t, y) with its Jacobian, as a Rosenbrock method asks for it. Not shared between
/// threads.
public interface OdeSystem {
  int dimension();

  /// Writes dy/dt into `f`.
  void derivative(double t, double[] y, double[] f);

  /// Writes dy/dt into `f` and remembers the Jacobian for [#factor].
  void linearise(double t, double[] y, double[] f);

  /// Whether f depends on time other than through y.
  boolean dependsOnTime();

  /// Writes the partial derivative of f by time into `ft`.
  void byTime(double t, double[] y, double[] ft);

  /// Factors `shift * I - J` with the Jacobian of the last [#linearise].
  void factor(double shift);

  /// Replaces `b` by the solution of the factored system.
  void solve(double[] b);
}
