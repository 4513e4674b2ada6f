package org.cytotrial.engine.solver;

/// A method for ordinary differential equations: with its error control, a description that
/// [#begin] binds to a system.
public sealed interface OdeMethod permits Rodas5P, DormandPrince853, Automatic {
  Tolerance tolerance();

  /// Steps, accepted or not, after which a run is given up.
  int maxSteps();

  /// A run over one system; its workspace is allocated here, once.
  Stepper begin(OdeSystem system);
}
