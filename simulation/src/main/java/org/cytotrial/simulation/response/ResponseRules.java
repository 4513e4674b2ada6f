package org.cytotrial.simulation.response;

import org.cytotrial.domain.parameter.Ledger;

/// The cuts of a response assessment, as the ledger has them (module `9 rules`, specification
/// section 10).
///
/// @param partial PR at or below this multiple of the baseline sum of diameters
/// @param progression PD above this multiple of the nadir
/// @param progressionMillimetres and this much above the nadir, mm
/// @param confirmationDays least days between two visits that confirm a response
/// @param firstVisit day of the first visit
/// @param visitInterval days between visits
/// @param bestResponseUntil last day that counts for the best response
public record ResponseRules(
    double partial,
    double progression,
    double progressionMillimetres,
    double confirmationDays,
    double firstVisit,
    double visitInterval,
    double bestResponseUntil) {
  public static ResponseRules of(Ledger ledger) {
    return new ResponseRules(
        ledger.value("rc_PR"),
        ledger.value("rc_PD"),
        ledger.value("rc_abs"),
        ledger.value("t_conf"),
        ledger.value("t_v1"),
        ledger.value("t_vis"),
        ledger.value("t_BOR"));
  }

  public ResponseRules withVisits(double first, double interval, double until) {
    return new ResponseRules(
        partial, progression, progressionMillimetres, confirmationDays, first, interval, until);
  }

  /// Day of visit `number`, from 0.
  public double visit(int number) {
    return firstVisit + number * visitInterval;
  }
}
