package org.cytotrial.simulation.regimen;

/// One patient under way, as a schedule acts on it: state and parameters may be changed between
/// steps.
interface Course {
  /// In days.
  double time();

  /// The present state; writing to it is how doses are given, followed by [#restart].
  double[] state();

  /// The parameters in use; change them with [#set] only.
  double[] parameters();

  void set(int parameter, double value);

  /// Adds to the constant inflow of a state, in its unit per day; a negative rate takes away.
  void infuse(int state, double rate);

  /// Sets the inflow of a state to nothing.
  void endInfusion(int state);

  /// Tells that something has jumped.
  void restart();

  /// Tells that a series is about to act.
  default void giving(Series series) {}
}
