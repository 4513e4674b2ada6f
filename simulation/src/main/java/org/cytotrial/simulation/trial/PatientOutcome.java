package org.cytotrial.simulation.trial;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.response.Recist.Assessment;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.toxicity.Toxicity;

/// What one arm did to one patient.
public sealed interface PatientOutcome {
  /// The patient was followed to the end.
  ///
  /// @param best best confirmed response
  /// @param baselineDiameters sum of longest diameters before treatment, mm
  /// @param assessments visits up to progression
  /// @param progression day of the visit that showed it
  /// @param lastVisit day of the last visit, at which a patient without progression is censored
  /// @param worst highest grade of each toxicity
  /// @param severeDays days on which a toxicity was of grade 3 or more, by toxicity
  /// @param delivery planned and given doses
  /// @param survival probability of being alive at each planned visit, by the model's hazard
  record Followed(
      Response best,
      double baselineDiameters,
      List<Assessment> assessments,
      OptionalDouble progression,
      double lastVisit,
      Map<Toxicity, Integer> worst,
      Map<Toxicity, BitSet> severeDays,
      List<Delivery> delivery,
      List<Double> survival)
      implements PatientOutcome {
    public Followed {
      assessments = List.copyOf(assessments);
      worst = Map.copyOf(worst);
      severeDays = Map.copyOf(severeDays);
      delivery = List.copyOf(delivery);
      survival = List.copyOf(survival);
    }

    /// Whether a confirmed response lasted to the last visit.
    public boolean isDurable() {
      return best.isObjective() && progression.isEmpty();
    }

    /// Day of progression or of the last visit.
    public double progressionFreeDays() {
      return progression.orElse(lastVisit);
    }
  }

  /// The integration stopped; the patient counts as failed, not as a non-responder.
  record Failed(Advance.Reason reason, double day) implements PatientOutcome {
    /// What went wrong and what to try.
    public String advice() {
      return reason.advice();
    }
  }
}
