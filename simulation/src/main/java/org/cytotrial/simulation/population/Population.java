package org.cytotrial.simulation.population;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cytotrial.engine.ensemble.Runner;
import org.cytotrial.simulation.patient.Admission;
import org.cytotrial.simulation.patient.Admission.Accepted;
import org.cytotrial.simulation.patient.Admission.Failed;
import org.cytotrial.simulation.patient.Admission.Rejected;
import org.cytotrial.simulation.patient.Admitting;
import org.cytotrial.simulation.patient.VirtualPatient;

/// Plausible patients, the same for every arm.
///
/// @param patients in the order of their draws
/// @param drawn draws up to and including the last patient's
/// @param rejected draws that did not become patients, by reason
public record Population(List<VirtualPatient> patients, int drawn, Map<String, Integer> rejected) {
  /// Draws beyond the expected need in the first block, so that one block nearly always does.
  private static final double SPARE = 1.15;

  /// A draw that gives up after this many times the wanted number has an implausible model behind
  /// it.
  private static final int MOST_DRAWS_PER_PATIENT = 100;

  public Population {
    patients = List.copyOf(patients);
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
  }

  /// Parameters of draw `index` that differ from the model's own.
  @FunctionalInterface
  public interface Draws {
    Map<String, Double> draw(int index);
  }

  /// Draws patients 0, 1, 2 … until `wanted` are accepted. The result does not depend on the
  /// runner.
  ///
  /// @param burnIns makes the workspace of one thread
  /// @throws IllegalStateException if hardly any draw is plausible
  public static Population generate(
      int wanted, Draws draws, Supplier<? extends Admitting> burnIns, Runner runner) {
    List<VirtualPatient> patients = new ArrayList<>();
    Map<String, Integer> rejected = new TreeMap<>();
    int drawn = 0;
    while (patients.size() < wanted) {
      if (drawn > MOST_DRAWS_PER_PATIENT * wanted) {
        throw new IllegalStateException(
            "Only %d of %d draws are plausible: %s. Maybe the study changes a parameter too far."
                .formatted(patients.size(), drawn, rejected));
      }
      int first = drawn;
      int block = (int) Math.ceil((wanted - patients.size()) * SPARE) + 4;
      List<Admission> admissions =
          runner.map(
              block,
              () -> {
                Admitting burnIn = burnIns.get();
                return i -> burnIn.admit(first + i, draws.draw(first + i));
              });
      for (Admission admission : admissions) {
        if (patients.size() == wanted) {
          break;
        }
        drawn++;
        sort(admission, patients, rejected);
      }
    }
    return new Population(patients, drawn, rejected);
  }

  private static void sort(
      Admission admission, List<VirtualPatient> patients, Map<String, Integer> rejected) {
    switch (admission) {
      case Accepted(var patient, _) -> patients.add(patient);
      case Rejected(var reason) -> rejected.merge(reason.text(), 1, Integer::sum);
      case Failed(var reason, _) ->
          rejected.merge("burn-in failed: " + reason.advice(), 1, Integer::sum);
    }
  }
}
