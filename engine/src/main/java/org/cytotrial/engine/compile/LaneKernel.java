package org.cytotrial.engine.compile;

/// The compiled equations of one model for several patients at once, one per lane of a vector
/// register, with the linear algebra of a Rosenbrock step.
///
/// All values stand in one array per thread, laid out by [LaneLayout]. Every operation works lane
/// by lane and is exactly defined (IEEE 754 with fused multiply-add), so a lane's result does not
/// depend on its neighbours, nor on whether the JIT has compiled the code yet. Instances hold
/// nothing.
public abstract class LaneKernel {
  /// For generated subclasses.
  protected LaneKernel() {}

  /// Computes, for one patient, what only depends on parameters.
  public abstract void prepare(double[] p, double[] w);

  /// From state U and time T: dy/dt into F.
  public abstract void derivative(double[] s);

  /// From state U and time T: dy/dt into F and the Jacobian into J.
  public abstract void linearise(double[] s);

  /// From state U and time T: the derivative of dy/dt by time into FT.
  public abstract void byTime(double[] s);

  /// From J and SHIFT: the factors of SHIFT * I - J into LU.
  public abstract void factor(double[] s);

  /// Solves with the right-hand side F + PER_STEP * C.
  ///
  /// @param k array offset of the stage that takes the solution, less that of slot 0
  public abstract void solve(double[] s, int k);

  /// The state U and the couplings C of a stage after the first.
  public abstract void combine(double[] s, int stage);

  /// The coefficients of dense output from all stages.
  public abstract void densify(double[] s);

  /// From state U and time T: the observed formulas into OBSERVED.
  public abstract void observe(double[] s);
}
