package org.cytotrial.engine.solver;

/// The explicit Runge-Kutta method of order 8 with error estimates of orders 5 and 3, 12 stages and
/// dense output of order 7, for problems that are not stiff, up to the tightest tolerances.
///
/// Dormand & Prince, and Hairer, Norsett & Wanner, Solving Ordinary Differential Equations I,
/// doi:10.1007/978-3-540-78862-1, section II.10. A run that turns out to be stiff, so that
/// stability and not accuracy holds the step down, ends with [Advance.Reason#STIFF].
///
/// @param tolerance error control
/// @param maxSteps steps, accepted or not, after which a run is given up
public record DormandPrince853(Tolerance tolerance, int maxSteps) implements OdeMethod {
  public DormandPrince853(Tolerance tolerance) {
    this(tolerance, Rodas5P.MANY);
  }

  @Override
  public Stepper begin(OdeSystem system) {
    return new ExplicitStepper(this, system);
  }
}
