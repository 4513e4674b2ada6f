package org.cytotrial.report.trial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cytotrial.report.figure.BestResponse;
import org.cytotrial.report.figure.DoseDeliveryFigure;
import org.cytotrial.report.figure.KaplanMeierFigure;
import org.cytotrial.report.figure.Series;
import org.cytotrial.report.figure.SpiderFigure;
import org.cytotrial.report.figure.TimeCourseFigure;
import org.cytotrial.report.figure.TimeScale;
import org.cytotrial.report.figure.ToxicityByDayFigure;
import org.cytotrial.report.figure.WaterfallFigure;
import org.cytotrial.simulation.regimen.CompiledSchedule.Cycle;
import org.cytotrial.simulation.response.Recist.Assessment;
import org.cytotrial.simulation.response.Response;
import org.cytotrial.simulation.toxicity.Toxicity;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.PatientOutcome;
import org.cytotrial.simulation.trial.PatientOutcome.Followed;
import org.cytotrial.simulation.trial.TimeCourse;
import org.cytotrial.simulation.trial.TrialResult;
import org.cytotrial.statistics.survival.KaplanMeier;

/// The figures of a report, from the outcomes of the patients who were followed to the end.
final class TrialFigures {
  private static final int MOST_LINES = 60;

  /// A course of more doses, such as an antibody until the end, would be a bar chart of nothing but
  /// 100 %.
  private static final int MOST_BARS = 40;

  private static final double PERCENT = 100;

  private final TrialResult result;

  TrialFigures(TrialResult result) {
    this.result = result;
  }

  /// Progression-free survival of all arms, without weights and with their intervals.
  String progressionFree() {
    List<KaplanMeierFigure.Arm> arms =
        treated().stream()
            .map(arm -> new KaplanMeierFigure.Arm(arm.design().name(), curve(arm)))
            .toList();
    return new KaplanMeierFigure(
            "Progression-free survival, unweighted",
            "Progression-free",
            TimeScale.MONTHS,
            true,
            arms)
        .svg();
  }

  private static KaplanMeier curve(ArmResult arm) {
    List<Followed> patients = arm.followed();
    return KaplanMeier.of(times(patients), events(patients));
  }

  /// Progression-free survival of the weighted patients; empty where the trial has no weights.
  Optional<String> progressionFreeWeighted() {
    return result
        .weights()
        .map(weights -> {
          List<KaplanMeierFigure.Arm> arms =
              treated().stream()
                  .map(arm ->
                      new KaplanMeierFigure.Arm(
                          arm.design().name(), weighted(arm, weights.weights().toArray())))
                  .toList();
          return new KaplanMeierFigure(
                  "Progression-free survival, weighted",
                  "Progression-free",
                  TimeScale.MONTHS,
                  false,
                  arms)
              .svg();
        });
  }

  private static KaplanMeier weighted(ArmResult arm, double[] weights) {
    List<PatientOutcome> outcomes = arm.outcomes();
    double[] kept =
        IntStream.range(0, weights.length)
            .filter(i -> outcomes.get(i) instanceof Followed)
            .mapToDouble(i -> weights[i])
            .toArray();
    List<Followed> patients = arm.followed();
    return KaplanMeier.weighted(times(patients), events(patients), kept);
  }

  private static double[] times(List<Followed> patients) {
    return patients.stream().mapToDouble(Followed::progressionFreeDays).toArray();
  }

  private static boolean[] events(List<Followed> patients) {
    boolean[] events = new boolean[patients.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = patients.get(i).progression().isPresent();
    }
    return events;
  }

  /// The mean over patients of the probability of being alive at each visit, by the model's hazard.
  String survival() {
    List<TimeCourseFigure.Trace> traces =
        treated().stream()
            .map(arm -> new TimeCourseFigure.Trace(arm.design().name(), alive(arm.followed())))
            .toList();
    var panel =
        new TimeCourseFigure.Panel("Alive by the model's hazard", "% of patients", false, traces);
    return new TimeCourseFigure("Survival by the model", List.of(panel), List.of()).svg();
  }

  private Series alive(List<Followed> patients) {
    int visits = patients.getFirst().survival().size();
    double[] days = new double[visits + 1];
    double[] percent = new double[visits + 1];
    percent[0] = PERCENT;
    for (int visit = 0; visit < visits; visit++) {
      int at = visit;
      days[visit + 1] = result.design().rules().visit(visit);
      percent[visit + 1] =
          PERCENT
              * patients.stream().mapToDouble(p -> p.survival().get(at)).average().orElseThrow();
    }
    return Series.of(days, percent);
  }

  /// Best change of each patient.
  String waterfall(ArmResult arm) {
    List<WaterfallFigure.Patient> patients =
        arm.followed().stream()
            .filter(p -> !p.assessments().isEmpty())
            .map(p -> new WaterfallFigure.Patient(bestChange(p), response(p.best())))
            .toList();
    return new WaterfallFigure("Best change: " + arm.design().name(), patients).svg();
  }

  private static double bestChange(Followed patient) {
    return patient.assessments().stream().mapToDouble(a -> change(patient, a)).min().orElseThrow();
  }

  private static double change(Followed patient, Assessment visit) {
    return Math.max(-PERCENT, PERCENT * (visit.sumOfDiameters() / patient.baselineDiameters() - 1));
  }

  private static BestResponse response(Response response) {
    return switch (response) {
      case CR -> BestResponse.COMPLETE_RESPONSE;
      case PR -> BestResponse.PARTIAL_RESPONSE;
      case SD -> BestResponse.STABLE_DISEASE;
      case PD -> BestResponse.PROGRESSIVE_DISEASE;
    };
  }

  /// How many patients lie between two lines of a [#spider]: 1 if every patient is drawn.
  static int every(ArmResult arm) {
    return Math.max(1, Math.ceilDiv(arm.followed().size(), MOST_LINES));
  }

  /// Change from visit to visit of every k-th patient.
  String spider(ArmResult arm) {
    List<Followed> followed = arm.followed();
    List<SpiderFigure.Patient> patients = new ArrayList<>();
    for (int i = 0; i < followed.size(); i += every(arm)) {
      patients.add(line(followed.get(i)));
    }
    return new SpiderFigure("Change over time: " + arm.design().name(), TimeScale.MONTHS, patients)
        .svg();
  }

  private static SpiderFigure.Patient line(Followed patient) {
    int visits = patient.assessments().size();
    double[] days = new double[visits + 1];
    double[] changes = new double[visits + 1];
    for (int i = 0; i < visits; i++) {
      days[i + 1] = patient.assessments().get(i).day();
      changes[i + 1] = change(patient, patient.assessments().get(i));
    }
    return new SpiderFigure.Patient(response(patient.best()), Series.of(days, changes));
  }

  /// Who got each planned dose; empty where the arm has no cycles to speak of.
  Optional<String> doses(ArmResult arm) {
    List<DoseDeliveryFigure.Cycle> cycles = new ArrayList<>();
    for (int place = 0; place < arm.cycles().size(); place++) {
      int doses = arm.cycles().get(place).times().size();
      if (doses > 1 && doses <= MOST_BARS) {
        cycles.add(delivered(arm, place));
      }
    }
    return cycles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DoseDeliveryFigure(
                    "Doses given: " + arm.design().name(), "Dose of the cycle", cycles)
                .svg());
  }

  private static DoseDeliveryFigure.Cycle delivered(ArmResult arm, int place) {
    Cycle cycle = arm.cycles().get(place);
    List<Followed> patients = arm.followed();
    List<DoseDeliveryFigure.Dose> doses = new ArrayList<>();
    for (int dose = 0; dose < cycle.times().size(); dose++) {
      int number = dose;
      long given =
          patients.stream().filter(p -> p.delivery().get(place).given().get(number)).count();
      doses.add(
          new DoseDeliveryFigure.Dose(
              Integer.toString(dose + 1), (double) given / patients.size()));
    }
    String day = NumberText.shortest(cycle.times().getFirst().toDouble());
    return new DoseDeliveryFigure.Cycle("%s, day %s".formatted(cycle.drug(), day), doses);
  }

  /// The share of patients with each toxicity that occurs at grade 3 or more; empty where none
  /// does.
  Optional<String> toxicity(ArmResult arm) {
    List<Toxicity> kinds = new ArrayList<>();
    int days = 0;
    for (Toxicity kind : Toxicity.values()) {
      int last = arm.followed().stream().mapToInt(p -> severe(p, kind).length()).max().orElse(0);
      if (last > 0) {
        kinds.add(kind);
      }
      days = Math.max(days, last);
    }
    int shown = Math.min(days, (int) result.design().followUpDays()) + 1;
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ToxicityByDayFigure(
                    "Toxicity of grade ≥ 3: " + arm.design().name(),
                    kinds.stream().map(kind -> byDay(arm, kind, shown)).toList())
                .svg());
  }

  private static ToxicityByDayFigure.Kind byDay(ArmResult arm, Toxicity kind, int days) {
    List<Followed> patients = arm.followed();
    double[] day = new double[days];
    double[] percent = new double[days];
    for (Followed patient : patients) {
      severe(patient, kind).stream().filter(d -> d < days).forEach(d -> percent[d]++);
    }
    for (int d = 0; d < days; d++) {
      day[d] = d;
      percent[d] *= PERCENT / patients.size();
    }
    String name = kind.isCalibrated() ? kind.term() : kind.term() + " (uncalibrated)";
    return new ToxicityByDayFigure.Kind(name, Series.of(day, percent));
  }

  private static BitSet severe(Followed patient, Toxicity kind) {
    return patient.severeDays().getOrDefault(kind, new BitSet());
  }

  /// One patient's cytokines, cells and pressure; concentrations of cytokines on a logarithmic
  /// axis.
  String course() {
    TimeCourse course = result.timeCourse();
    double[] days = course.rows().stream().mapToDouble(List::getFirst).toArray();
    List<TimeCourseFigure.Panel> panels = new ArrayList<>();
    for (int i = 0; i < course.columns().size(); i++) {
      int at = i + 1;
      TimeCourse.Column column = course.columns().get(i);
      double[] values = course.rows().stream().mapToDouble(row -> row.get(at)).toArray();
      var trace = new TimeCourseFigure.Trace(column.label(), Series.of(days, values));
      boolean isCytokine = column.unit().equals("IU/mL") || column.unit().equals("pg/mL");
      panels.add(
          new TimeCourseFigure.Panel(column.label(), column.unit(), isCytokine, List.of(trace)));
    }
    return new TimeCourseFigure(
            "Patient %d under %s".formatted(course.patient(), course.arm()),
            panels,
            course.doseDays())
        .svg();
  }

  /// The arms in which somebody was followed to the end.
  List<ArmResult> treated() {
    return result.arms().stream().filter(arm -> !arm.followed().isEmpty()).toList();
  }
}
