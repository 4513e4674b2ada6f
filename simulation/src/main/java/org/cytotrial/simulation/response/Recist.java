package org.cytotrial.simulation.response;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The response record of one patient, visit by visit. The first progression ends it.
public final class Recist {
  private final ResponseRules rules;
  private final double baseline;
  private final List<Assessment> assessments = new ArrayList<>();
  private double nadir;

  /// What one visit showed.
  ///
  /// @param sumOfDiameters in mm
  public record Assessment(double day, double sumOfDiameters, Response response) {}

  /// @param baseline sum of longest diameters before treatment, mm
  public Recist(ResponseRules rules, double baseline) {
    this.rules = rules;
    this.baseline = baseline;
    this.nadir = baseline;
  }

  /// Assesses a visit: PD before CR before PR before SD.
  ///
  /// @param sumOfDiameters in mm
  /// @param isComplete whether every lesion is at most of the size that counts as gone
  public Response assess(double day, double sumOfDiameters, boolean isComplete) {
    Response response = category(sumOfDiameters, isComplete);
    assessments.add(new Assessment(day, sumOfDiameters, response));
    nadir = Math.min(nadir, sumOfDiameters);
    return response;
  }

  private Response category(double sum, boolean isComplete) {
    if (sum > rules.progression() * nadir && sum - nadir > rules.progressionMillimetres()) {
      return Response.PD;
    }
    if (isComplete) {
      return Response.CR;
    }
    return sum <= rules.partial() * baseline ? Response.PR : Response.SD;
  }

  public double baseline() {
    return baseline;
  }

  public List<Assessment> assessments() {
    return List.copyOf(assessments);
  }

  /// The day of the visit that showed progression.
  public OptionalDouble progression() {
    return assessments.stream()
        .filter(a -> a.response() == Response.PD)
        .mapToDouble(Assessment::day)
        .findFirst();
  }

  /// The best confirmed response at the visits up to the day that the rules name: CR if two visits
  /// in a row show CR; else PR if two in a row show CR or PR; else PD if the first visit shows PD;
  /// else SD.
  public Response best() {
    List<Assessment> counted =
        assessments.stream().filter(a -> a.day() <= rules.bestResponseUntil()).toList();
    if (isConfirmed(counted, true)) {
      return Response.CR;
    }
    if (isConfirmed(counted, false)) {
      return Response.PR;
    }
    boolean progressedAtOnce = counted.isEmpty() || counted.getFirst().response() == Response.PD;
    return progressedAtOnce ? Response.PD : Response.SD;
  }

  private boolean isConfirmed(List<Assessment> visits, boolean complete) {
    for (int i = 1; i < visits.size(); i++) {
      Assessment first = visits.get(i - 1);
      Assessment second = visits.get(i);
      boolean apart = second.day() - first.day() >= rules.confirmationDays();
      if (apart && counts(first, complete) && counts(second, complete)) {
        return true;
      }
    }
    return false;
  }

  private static boolean counts(Assessment visit, boolean complete) {
    return complete ? visit.response() == Response.CR : visit.response().isObjective();
  }
}
