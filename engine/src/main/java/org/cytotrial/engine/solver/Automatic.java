package org.cytotrial.engine.solver;

/// Chooses by measured stiffness: [DormandPrince853] until a run shows itself stiff (Hairer &
/// Wanner, Solving Ordinary Differential Equations II, doi:10.1007/978-3-642-05221-7, section
/// IV.2), from there on [Rodas5P]. Both hold tolerances down to 1e-13 (docs/decisions/0022 has what
/// was measured).
///
/// @param tolerance error control
/// @param maxSteps steps of each method, accepted or not, after which a run is given up
public record Automatic(Tolerance tolerance, int maxSteps) implements OdeMethod {
  public Automatic(Tolerance tolerance) {
    this(tolerance, Rodas5P.MANY);
  }

  @Override
  public Stepper begin(OdeSystem system) {
    return new AutomaticStepper(this, system);
  }
}
