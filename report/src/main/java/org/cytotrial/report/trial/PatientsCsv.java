package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.Played.Delivery;
import org.cytotrial.simulation.toxicity.Toxicity;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.PatientOutcome;
import org.cytotrial.simulation.trial.PatientOutcome.Failed;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.cytotrial.simulation.trial.TrialResult;

/// `patients.csv`: a row for each patient in each arm, the arms of one patient together, as they
/// are counterfactuals.
///
/// `patient` is the number of the draw, and `weight` the prevalence weight (they sum to 1 over the
/// patients; empty where the trial has none). `doses_cycle2` counts the doses given in the second
/// of the arm's cycles, as the endpoint of that name does; only cycles of more than one planned
/// dose in some arm have a column.
public final class PatientsCsv {
  private final TrialResult result;
  private final SortedSet<Integer> cycles;

  private PatientsCsv(TrialResult result) {
    this.result = result;
    this.cycles = severalDoses(result);
  }

  /// The whole file, in UTF-8 once written. Unknown numbers are empty, numbers have all their
  /// digits.
  public static String text(TrialResult result) {
    var csv = new PatientsCsv(result);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < result.population().patients().size(); i++) {
      for (ArmResult arm : result.arms()) {
        rows.add(csv.row(i, arm));
      }
    }
    return CsvText.of(csv.header(), rows);
  }

  /// Places of the cycles with more than one planned dose in some arm, from 0.
  private static SortedSet<Integer> severalDoses(TrialResult result) {
    SortedSet<Integer> places = new TreeSet<>();
    for (ArmResult arm : result.arms()) {
      for (int place = 0; place < arm.cycles().size(); place++) {
        if (arm.cycles().get(place).times().size() > 1) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("patient", "arm", "weight"));
    for (Covariate covariate : Covariate.values()) {
      header.add(covariate.column());
    }
    header.addAll(List.of("best_response", "pfs_days", "pfs_event"));
    for (Toxicity toxicity : Toxicity.values()) {
      header.add("max_grade_" + toxicity.id());
    }
    cycles.forEach(place -> header.add("doses_cycle" + (place + 1)));
    header.add("failed");
    return header;
  }

  private List<String> row(int place, ArmResult arm) {
    VirtualPatient patient = result.population().patients().get(place);
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(patient.index()));
    row.add(arm.design().name());
    row.add(result.weights().map(w -> Double.toString(w.weights().at(place))).orElse(""));
    for (Covariate covariate : Covariate.values()) {
      row.add(CsvText.number(covariate.of(patient)));
    }
    PatientOutcome outcome = arm.outcomes().get(place);
    switch (outcome) {
      case Followed followed -> addOutcome(row, followed);
      case Failed failed -> {
        int empty = 3 + Toxicity.values().length + cycles.size();
        for (int i = 0; i < empty; i++) {
          row.add("");
        }
        row.add(failed.advice());
      }
    }
    return row;
  }

  private void addOutcome(List<String> row, Followed followed) {
    row.add(followed.best().name());
    row.add(Double.toString(followed.progressionFreeDays()));
    row.add(followed.progression().isPresent() ? "1" : "0");
    for (Toxicity toxicity : Toxicity.values()) {
      row.add(Integer.toString(followed.worst().getOrDefault(toxicity, 0)));
    }
    for (int place : cycles) {
      row.add(doses(followed.delivery(), place));
    }
    row.add("");
  }

  private static String doses(List<Delivery> delivery, int place) {
    boolean isCounted = place < delivery.size() && delivery.get(place).given().size() > 1;
    return isCounted ? Integer.toString(delivery.get(place).count()) : "";
  }
}
