package org.cytotrial.simulation.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A virtual trial as its author describes it.
///
/// @param name short, as on the command line
/// @param title one line for the report
/// @param indication disease and line of treatment, as the library names it
/// @param patients number of accepted patients, the same in every arm
/// @param followUpDays end of the simulation
/// @param visits when response is assessed; empty: as the ledger says
/// @param body weight and surface of every patient where they differ from the ledger's
/// @param weighting published outcomes that prevalence weights are to meet
public record Study(
    String name,
    String title,
    Located indication,
    int patients,
    long seed,
    double followUpDays,
    Optional<Visits> visits,
    Body body,
    List<Arm> arms,
    List<WeightingTarget> weighting) {
  public Study {
    arms = List.copyOf(arms);
    weighting = List.copyOf(weighting);
  }

  /// Days of assessment.
  public record Visits(double first, double interval, double bestResponseUntil) {}

  /// In kg and m².
  public record Body(OptionalDouble weight, OptionalDouble surface) {}

  /// Patients who get the same planned regimen.
  ///
  /// @param published short ids of published arms to show beside it
  public record Arm(String name, List<Administration> regimen, List<Located> published) {
    public Arm {
      regimen = List.copyOf(regimen);
      published = List.copyOf(published);
    }
  }

  /// The outcomes of a published arm that the weighted population must show in one arm of the
  /// study.
  public record WeightingTarget(String arm, Located publishedArm) {}
}
