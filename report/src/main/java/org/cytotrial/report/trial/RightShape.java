package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.report.trial.ArmRows.Row;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.cytotrial.simulation.trial.TimeCourse;
import org.cytotrial.simulation.trial.TrialResult;

/// What a pharmacologist looks for first, read off one patient's curves and the arms' doses, beside
/// what is published of aldesleukin: levels of IL-2 after a dose, lymphocytes during and after a
/// cycle, doses given.
final class RightShape {
  private static final String ALDESLEUKIN = "aldesleukin";
  private static final double MINUTES_PER_DAY = 1440;
  private static final double HOURS_PER_DAY = 24;

  /// Doses further apart, in days, belong to different cycles.
  private static final double CYCLE_GAP = 2;

  private final TrialResult result;

  RightShape(TrialResult result) {
    this.result = result;
  }

  /// One curve of the patient, between two days.
  private record Curve(List<Double> days, List<Double> values) {
    Curve {
      days = List.copyOf(days);
      values = List.copyOf(values);
    }

    /// Place of the largest (or, with −1, the smallest) value from one day to another, or empty
    /// where none lies there.
    Optional<Integer> extreme(double from, double to, int sign) {
      Integer best = null;
      for (int i = 0; i < days.size(); i++) {
        boolean inside = days.get(i) >= from && days.get(i) <= to;
        if (inside && (best == null || sign * values.get(i) > sign * values.get(best))) {
          best = i;
        }
      }
      return Optional.ofNullable(best);
    }

    /// Minutes in which the value halves between two days, if it falls between them.
    Optional<Double> halfLife(double from, double to) {
      int first = place(from);
      int last = place(to);
      double fall = Math.log(values.get(first) / values.get(last));
      double minutes = MINUTES_PER_DAY * (days.get(last) - days.get(first));
      return fall > 0 ? Optional.of(Math.log(2) * minutes / fall) : Optional.empty();
    }

    private int place(double day) {
      int place = 0;
      for (int i = 0; i < days.size(); i++) {
        place = days.get(i) <= day + 1e-9 ? i : place;
      }
      return place;
    }
  }

  /// Sentences; none where the trial shows nothing of the kind.
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!result.timeCourse().doseDays().isEmpty()) {
      curve("IL-2 in plasma")
          .filter(_ -> isAldesleukin())
          .flatMap(this::interleukin)
          .ifPresent(sentences::add);
      curve("Lymphocytes in blood").flatMap(this::lymphocytes).ifPresent(sentences::add);
    }
    result.arms().forEach(arm -> doses(arm).ifPresent(sentences::add));
    result.arms().forEach(arm -> sentences.add(course(arm)));
    return sentences;
  }

  /// How the arm ends: complete responses that last, patients without progression.
  private static String course(ArmResult arm) {
    List<Followed> patients = arm.followed();
    long complete = patients.stream().filter(p -> p.best() == Response.CR).count();
    long lasting = patients.stream().filter(p -> p.best() == Response.CR && p.isDurable()).count();
    long progressed = patients.stream().filter(p -> p.progression().isPresent()).count();
    return "Under %s, unweighted: %s of %s complete responses last to the last visit; %s of %s patients have progressed by then."
        .formatted(
            arm.design().name(),
            NumberText.whole(lasting),
            NumberText.whole(complete),
            NumberText.whole(progressed),
            NumberText.whole(patients.size()));
  }

  private boolean isAldesleukin() {
    return result.arm(result.timeCourse().arm()).cycles().stream()
        .anyMatch(c -> c.drug().equals(ALDESLEUKIN));
  }

  private Optional<Curve> curve(String label) {
    TimeCourse course = result.timeCourse();
    for (int i = 0; i < course.columns().size(); i++) {
      if (course.columns().get(i).label().equals(label)) {
        int at = i + 1;
        return Optional.of(
            new Curve(
                course.rows().stream().map(List::getFirst).toList(),
                course.rows().stream().map(row -> row.get(at)).toList()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> interleukin(Curve curve) {
    double first = result.timeCourse().doseDays().getFirst();
    int peak = curve.extreme(first, first + 8 / HOURS_PER_DAY, 1).orElseThrow();
    double at = curve.days().get(peak);
    Optional<Double> early = curve.halfLife(at, at + 15 / MINUTES_PER_DAY);
    Optional<Double> late = curve.halfLife(at + 2 / HOURS_PER_DAY, at + 4 / HOURS_PER_DAY);
    if (early.isEmpty() || late.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "IL-2 in plasma reaches %s IU/mL after the first dose and halves in %.0f minutes at first, in %.0f minutes from 2 to 4 hours later; published: 12.9 and 85 minutes (Konrad 1990, Cancer Res 50:2009, PMID 2317789) and 6.9 minutes at first (Lotze 1985)."
            .formatted(
                NumberText.whole(Math.round(curve.values().get(peak))), early.get(), late.get()));
  }

  private Optional<String> lymphocytes(Curve curve) {
    List<Double> doses = result.timeCourse().doseDays();
    double first = doses.getFirst();
    double last = first;
    double next = curve.days().getLast();
    for (double dose : doses) {
      if (dose - last > CYCLE_GAP) {
        next = dose;
        break;
      }
      last = dose;
    }
    Optional<Integer> low = curve.extreme(first, first + 1, -1);
    Optional<Integer> high = curve.extreme(last, next, 1);
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    String published =
        isAldesleukin()
            ? "; published of high-dose IL-2: lowest at about 24 hours (recalled), more than before"
                + " from 24 to 72 hours after the last dose (Rosenberg 1998, PMID 9742914)"
            : "";
    return Optional.of(
        "Lymphocytes in blood fall from %s to %s per µL within a day of the first dose, and rise to %s per µL by day %.1f, %.1f days after the last dose of the cycle%s."
            .formatted(
                NumberText.whole(Math.round(curve.values().getFirst())),
                NumberText.whole(Math.round(curve.values().get(low.get()))),
                NumberText.whole(Math.round(curve.values().get(high.get()))),
                curve.days().get(high.get()),
                curve.days().get(high.get()) - last,
                published));
  }

  /// Median doses of an arm with several cycles, beside what the published arms say of theirs.
  private static Optional<String> doses(ArmResult arm) {
    List<Row> rows = ArmRows.of(arm).doses();
    if (rows.size() < 2) {
      return Optional.empty();
    }
    List<String> given =
        rows.stream().map(row -> row.label() + " " + NumberText.withInterval(row.plain())).toList();
    List<String> published =
        arm.design().published().stream()
            .map(p ->
                p.arm().shortId()
                    + " '"
                    + p.arm().columns().getOrDefault("doses_per_cycle", "")
                    + "'")
            .filter(text -> text.contains("given"))
            .toList();
    String beside =
        published.isEmpty() ? "" : "; published per cycle: " + String.join(", ", published);
    return Optional.of(
        "Doses given under %s, median and quartiles, unweighted: %s%s."
            .formatted(arm.design().name(), String.join("; ", given), beside));
  }
}
