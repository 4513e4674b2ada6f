package org.cytotrial.simulation.regimen;

/// Watches a patient through the values of some formulas, the same for one patient alone and for
/// several in lanes: after every step, at days of its own by dense output, and at stops.
public interface Watch {
  /// Changes parameters of the patient watched.
  @FunctionalInterface
  interface Switches {
    void set(int parameter, double value);
  }

  /// Called at time 0, when initial changes are done and before the first dose.
  void begin(double[] values);

  /// The next day to look at besides the ends of steps; infinite if none.
  double nextLook();

  /// Called after every step, and before that at the days looked at within it.
  void see(double time, double[] values);

  /// The next day to stop at exactly; infinite if none.
  double nextStop();

  /// Called on that day, before any action of the schedule on it.
  void stop(double time, double[] values, Switches switches);
}
