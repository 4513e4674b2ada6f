package org.cytotrial.statistics.survival.reconstruction;

import java.util.Comparator;
import java.util.List;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction.Patient;

/// Survival of patients made so far (Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452), the
/// rest of the arm being watched for longer.
final class ProductLimit {
  private final double[] times;
  private final double[] survival;

  ProductLimit(List<Patient> patients, int arm) {
    List<Patient> sorted = patients.stream().sorted(BY_TIME).toList();
    times = new double[sorted.size()];
    survival = new double[sorted.size()];
    double reached = 1;
    int watched = arm;
    for (int i = 0; i < sorted.size(); i++) {
      reached *= sorted.get(i).event() ? (watched - 1.0) / watched : 1;
      watched--;
      times[i] = sorted.get(i).time();
      survival[i] = reached;
    }
  }

  /// Events before those who leave at the same time.
  static final Comparator<Patient> BY_TIME =
      Comparator.comparingDouble(Patient::time).thenComparing(p -> !p.event());

  double last() {
    return survival.length == 0 ? 1 : survival[survival.length - 1];
  }

  /// Differences from the clicked line at each click.
  double[] differences(ClickedLine line) {
    double[] differences = new double[line.size()];
    int at = 0;
    for (int i = 0; i < differences.length; i++) {
      while (at < times.length && times[at] <= line.time(i)) {
        at++;
      }
      differences[i] = (at == 0 ? 1 : survival[at - 1]) - line.survival(i);
    }
    // The line begins at 1 even where the first click, at time 0, lies lower.
    differences[0] = 0;
    return differences;
  }
}
