package org.cytotrial.statistics.survival.reconstruction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction.Patient;

/// The patients between two numbers at risk, or after the last: Guyot et al. 2012
/// (doi:10.1186/1471-2288-12-9), steps 1 to 6.
///
/// Those who leave without an event do so evenly, or earlier or later if the total of events says
/// so; the curve then says how many events each gap between clicks holds. Counts are real numbers
/// until both totals are rounded, once.
final class Stretch {
  private static final int HALVINGS = 60;

  private final ClickedLine line;
  private final Span span;
  private final int atRisk;
  private final OptionalInt next;
  private final double level;
  private final double[] times;
  private final double[] survival;

  /// Patients at risk from `start` on.
  ///
  /// @param next patients at risk at the end; empty after the last number
  /// @param level survival at the start of the patients made so far, which later gaps make good
  Stretch(ClickedLine line, Span span, int atRisk, OptionalInt next, double level) {
    this.line = line;
    this.span = span;
    this.atRisk = atRisk;
    this.next = next;
    this.level = level;
    List<double[]> knots = new ArrayList<>();
    knots.add(new double[] {span.start(), line.before(span.start())});
    for (int i = 0; i < line.size(); i++) {
      double time = line.time(i);
      if (time >= span.start() && (time < span.end() || next.isEmpty())) {
        knots.add(new double[] {time, line.survival(i)});
      }
    }
    double last = next.isEmpty() ? line.survival(line.size() - 1) : line.before(span.end());
    knots.add(new double[] {span.end(), last});
    times = knots.stream().mapToDouble(k -> k[0]).toArray();
    survival = knots.stream().mapToDouble(k -> k[1]).toArray();
  }

  /// From when to when, and how late in between patients leave without an event: a share u of the
  /// time sees a share u^`lateness` of them, so that 1 is evenly.
  record Span(double start, double end, double lateness) {
    double width() {
      return end - start;
    }

    double shareGone(double time) {
      return width() > 0 ? Math.pow((time - start) / width(), lateness) : 0;
    }

    double timeOf(double share) {
      return start + Math.pow(share, 1 / lateness) * width();
    }
  }

  /// A stretch with its whole numbers; all others are censored at the end of the curve.
  record Filled(Stretch stretch, int events, int censored) {
    /// With one event more or less, if that is possible.
    List<Filled> with(int more) {
      int other = events + more;
      int leaving = stretch.leaving();
      if (other < 0 || other > leaving) {
        return List.of();
      }
      int rest = stretch.next.isPresent() ? leaving - other : Math.min(censored, leaving - other);
      return List.of(new Filled(stretch, other, rest));
    }

    List<Patient> patients() {
      return stretch.patients(events, censored);
    }
  }

  /// Those who have left by the end: all, after the last number at risk.
  private int leaving() {
    return atRisk - next.orElse(0);
  }

  /// The counts with which as many are at risk at the end as the table says.
  Filled closed() {
    double low = 0;
    double high = leaving();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atRisk - middle - total(middle) > next.orElse(0)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    int censored = (int) Math.round((low + high) / 2);
    return new Filled(this, leaving() - censored, censored);
  }

  /// The counts where a number leaves without an event before the end.
  Filled open(int censored) {
    int events = (int) Math.min(atRisk, Math.round(total(censored)));
    return new Filled(this, events, Math.min(censored, atRisk - events));
  }

  double width() {
    return span.width();
  }

  int atRisk() {
    return atRisk;
  }

  private double total(double censored) {
    double[] expected = expected(censored);
    return expected[expected.length - 1];
  }

  /// Events up to each knot, if this many leave: half of those who leave in a gap were at risk of
  /// its events.
  private double[] expected(double censored) {
    double[] sums = new double[times.length];
    double watched = atRisk;
    double reached = level;
    for (int k = 1; k < times.length; k++) {
      double share = span.shareGone(times[k]) - span.shareGone(times[k - 1]);
      double left = Math.min(watched, censored * share);
      double fall = reached > 0 ? Math.max(0, 1 - survival[k] / reached) : 0;
      double events = Math.min(watched - left, (watched - left / 2) * fall);
      watched -= left + events;
      reached = Math.min(reached, survival[k]);
      sums[k] = sums[k - 1] + events;
    }
    return sums;
  }

  private List<Patient> patients(int events, int censored) {
    List<Patient> patients = new ArrayList<>();
    double[] expected = expected(censored);
    if (expected[expected.length - 1] == 0) {
      expected = Arrays.stream(times).map(t -> t - times[0]).toArray();
    }
    double all = expected[expected.length - 1];
    for (int j = 0; j < events; j++) {
      patients.add(new Patient(timeOf((j + 0.5) / events * all, expected), true));
    }
    for (int j = 0; j < censored; j++) {
      patients.add(new Patient(span.timeOf((j + 0.5) / censored), false));
    }
    for (int j = events + censored; j < leaving(); j++) {
      patients.add(new Patient(span.end(), false));
    }
    return patients;
  }

  /// When the expected events reach a number; at steps, the click that ends the gap, unless the
  /// next number at risk does.
  private double timeOf(double events, double[] expected) {
    int k = 1;
    while (k < expected.length - 1 && expected[k] < events) {
      k++;
    }
    if (line.atSteps() && (next.isEmpty() || times[k] < span.end())) {
      return times[k];
    }
    double within = expected[k] - expected[k - 1];
    double share = within > 0 ? (events - expected[k - 1]) / within : 0;
    return times[k - 1] + share * (times[k] - times[k - 1]);
  }
}
