package org.cytotrial.statistics.survival.reconstruction;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction.Patient;
import org.cytotrial.statistics.survival.reconstruction.Stretch.Filled;

/// Meets the published total of events exactly: Guyot et al. 2012 (doi:10.1186/1471-2288-12-9),
/// steps 7 and 8, which change the last stretch only and may miss the total.
///
/// Here one event after another becomes a censoring, or the reverse, in whichever stretch leaves
/// the curve nearest to the clicks in squares; the numbers at risk stay as they are.
final class EventTotal {
  private final ClickedLine line;
  private final int arm;

  EventTotal(ClickedLine line, int arm) {
    this.line = line;
    this.arm = arm;
  }

  static int of(List<Filled> filled) {
    return filled.stream().mapToInt(Filled::events).sum();
  }

  static List<Patient> patients(List<Filled> filled) {
    List<Patient> all = new ArrayList<>();
    filled.forEach(f -> all.addAll(f.patients()));
    return all;
  }

  List<Filled> meet(List<Filled> filled, int total) {
    List<Filled> best = filled;
    for (int missing = total - of(filled); missing != 0; missing -= Integer.signum(missing)) {
      best = nearest(best, Integer.signum(missing));
    }
    return best;
  }

  private List<Filled> nearest(List<Filled> filled, int more) {
    List<Filled> best = filled;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < filled.size(); i++) {
      for (Filled changed : filled.get(i).with(more)) {
        List<Filled> candidate = new ArrayList<>(filled);
        candidate.set(i, changed);
        double distance = distance(candidate);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return best;
  }

  private double distance(List<Filled> filled) {
    double sum = 0;
    for (double each : new ProductLimit(patients(filled), arm).differences(line)) {
      sum += each * each;
    }
    return sum;
  }
}
