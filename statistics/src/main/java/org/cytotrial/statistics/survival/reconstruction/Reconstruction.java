package org.cytotrial.statistics.survival.reconstruction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.AtRisk;
import org.cytotrial.statistics.survival.reconstruction.Stretch.Filled;
import org.cytotrial.statistics.survival.reconstruction.Stretch.Span;

/// Patients whose survival curve, numbers at risk and, where given, total of events are those of a
/// published figure: Guyot et al. 2012 (doi:10.1186/1471-2288-12-9).
///
/// Their covariates are unknown, and a single patient is nobody: only what depends on the curve
/// (survival, medians, hazard ratios of whole arms) can be estimated from them.
///
/// @param patients in order of time
/// @param eventsOfCurve what the total would be without one given
/// @param largestDifference between the clicks, made monotone, and the patients' curve at a click,
///   as a fraction of survival
/// @param notices what was changed or looks wrong, each a sentence
public record Reconstruction(
    List<Patient> patients, int eventsOfCurve, double largestDifference, List<String> notices) {
  // A total further than this from what curve and numbers at risk make is more than rounding.
  private static final double SUSPICIOUS = 0.05;
  // Between exponents of 1/8 and 8 half of those who leave do so in the first 0.4 % or the last 8 %
  // of a stretch: anything further is an instant.
  private static final double LATEST = 8;
  private static final int HALVINGS = 16;

  /// A patient of the reconstruction.
  ///
  /// @param time of the event, or until which there was none, in the unit of the figure
  /// @param event whether there was one
  public record Patient(double time, boolean event) {}

  /// Copies.
  public Reconstruction {
    patients = List.copyOf(patients);
    notices = List.copyOf(notices);
  }

  /// Reconstructs one arm; the same curve gives the same patients.
  public static Reconstruction of(DigitisedCurve curve) {
    var line = new ClickedLine(curve);
    int arm = curve.atRisk().getFirst().patients();
    List<String> notices = new ArrayList<>();
    lookAt(curve, line, notices);
    List<Filled> filled = fill(curve, line, OptionalInt.empty(), 1);
    int eventsOfCurve = EventTotal.of(filled);
    if (curve.events().isPresent()) {
      int total = curve.events().getAsInt();
      List<Filled> near = near(curve, line, total);
      int made = EventTotal.of(near);
      if (Math.abs(made - total) > Math.max(1, SUSPICIOUS * total)) {
        notices.add(
            "The curve and the numbers at risk make "
                + made
                + " events, the total given is "
                + total
                + ": it is met, but away from the curve. Check that it is of this arm and"
                + " endpoint.");
      }
      filled = new EventTotal(line, arm).meet(near, total);
    }
    List<Patient> patients = new ArrayList<>(EventTotal.patients(filled));
    patients.sort(ProductLimit.BY_TIME);
    double[] differences = new ProductLimit(patients, arm).differences(line);
    double largest = Arrays.stream(differences).map(Math::abs).max().orElse(0);
    return new Reconstruction(patients, eventsOfCurve, largest, notices);
  }

  /// The times, in the order of the patients.
  public double[] times() {
    return patients.stream().mapToDouble(Patient::time).toArray();
  }

  /// Whether each patient had an event.
  public boolean[] events() {
    boolean[] events = new boolean[patients.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = patients.get(i).event();
    }
    return events;
  }

  /// The nearest to a total that the curve allows. The later patients leave without an event, the
  /// more events the same curve holds; the exponent nearest to 1 that reaches the total is taken.
  private static List<Filled> near(DigitisedCurve curve, ClickedLine line, int total) {
    OptionalInt wanted = OptionalInt.of(total);
    List<Filled> best = fill(curve, line, wanted, 1);
    int missing = total - EventTotal.of(best);
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS && missing != 0; i++) {
      // The first try is the far end: if that falls short, nothing nearer does better.
      double share = i == 0 ? 1 : (low + high) / 2;
      double lateness = Math.exp(share * Integer.signum(missing) * Math.log(LATEST));
      List<Filled> other = fill(curve, line, wanted, lateness);
      int left = total - EventTotal.of(other);
      best = Math.abs(left) <= Math.abs(total - EventTotal.of(best)) ? other : best;
      if (Integer.signum(left) == Integer.signum(missing)) {
        low = share;
      } else {
        high = share;
      }
    }
    return best;
  }

  private static List<Filled> fill(
      DigitisedCurve curve, ClickedLine line, OptionalInt total, double lateness) {
    List<AtRisk> table = curve.atRisk();
    int arm = table.getFirst().patients();
    List<Filled> filled = new ArrayList<>();
    double level = 1;
    double censored = 0;
    double watched = 0;
    for (int i = 0; i + 1 < table.size(); i++) {
      AtRisk from = table.get(i);
      AtRisk to = table.get(i + 1);
      var span = new Span(from.time(), to.time(), lateness);
      var stretch = new Stretch(line, span, from.patients(), OptionalInt.of(to.patients()), level);
      Filled each = stretch.closed();
      filled.add(each);
      level = new ProductLimit(EventTotal.patients(filled), arm).last();
      censored += each.censored();
      watched += (from.patients() + to.patients()) / 2.0 * stretch.width();
    }
    AtRisk last = table.getLast();
    var span = new Span(last.time(), Math.max(last.time(), line.lastTime()), lateness);
    var tail = new Stretch(line, span, last.patients(), OptionalInt.empty(), level);
    double rate = watched > 0 ? censored / watched : 0;
    filled.add(tail(tail, rate, EventTotal.of(filled), total));
    return filled;
  }

  /// After the last number at risk patients leave at the rate of before, or such that the total is
  /// met if it can be.
  private static Filled tail(Stretch tail, double rate, int before, OptionalInt total) {
    int usual = (int) Math.round(tail.atRisk() * -Math.expm1(-rate * tail.width()));
    Filled best = tail.open(usual);
    if (total.isEmpty() || tail.width() == 0) {
      return best;
    }
    int wanted = total.getAsInt() - before;
    for (int censored = 0; censored <= tail.atRisk(); censored++) {
      Filled other = tail.open(censored);
      int gain = Math.abs(best.events() - wanted) - Math.abs(other.events() - wanted);
      boolean nearer = Math.abs(other.censored() - usual) < Math.abs(best.censored() - usual);
      if (gain > 0 || (gain == 0 && nearer)) {
        best = other;
      }
    }
    return best;
  }

  private static void lookAt(DigitisedCurve curve, ClickedLine line, List<String> notices) {
    if (line.rises() > 0) {
      notices.add(
          line.rises()
              + " of "
              + curve.clicks().size()
              + " clicks rise, by up to "
              + String.format(Locale.ROOT, "%.2g", 100 * line.largestRise())
              + " points: they were made level with their neighbours.");
    }
    AtRisk last = curve.atRisk().getLast();
    if (last.time() > line.lastTime()) {
      notices.add(
          "The last number at risk, at "
              + last.time()
              + ", is after the last click, at "
              + line.lastTime()
              + ": the curve was held level until there.");
    }
    if (last.patients() == 0 && line.lastTime() > last.time()) {
      notices.add(
          "Nobody is at risk from "
              + last.time()
              + " on: what the curve does later has no patient.");
    }
  }
}
