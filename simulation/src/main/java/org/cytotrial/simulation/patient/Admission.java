package org.cytotrial.simulation.patient;

import org.cytotrial.engine.solver.Advance;

/// Whether a draw becomes a patient.
public sealed interface Admission {
  /// A plausible patient at diagnosis.
  ///
  /// @param meanKill of tumour cells at diagnosis, 1/day
  record Accepted(VirtualPatient patient, double meanKill) implements Admission {}

  record Rejected(Reason reason) implements Admission {}

  /// The integration of the burn-in or of the growth check stopped.
  record Failed(Advance.Reason reason, double day) implements Admission {}

  /// Why a draw is not a patient with a growing tumour.
  enum Reason {
    GROWTH_TOO_FAST("intrinsic growth above g_max would be needed"),
    SHRINKS_UNTREATED("the untreated tumour does not grow by the first visit");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
