package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;
import org.cytotrial.statistics.survival.KaplanMeier;

/// Invented data of the size and shape that trials have, to look at the figures with.
final class ExampleFigures {
  private ExampleFigures() {}

  /// Every figure, ordinary and crowded, by file name.
  static Map<String, String> all() {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("kaplan-meier", kaplanMeier().svg());
    figures.put("kaplan-meier-many", kaplanMeierMany().svg());
    figures.put("waterfall-40", waterfall(40).svg());
    figures.put("waterfall-1000", waterfall(1000).svg());
    figures.put("spider", spider().svg());
    figures.put("dose-delivery", doseDelivery(2, 14).svg());
    figures.put("dose-delivery-long", doseDelivery(8, 15).svg());
    figures.put("toxicity", toxicity().svg());
    figures.put("time-course", timeCourse(4).svg());
    figures.put("time-course-one", timeCourse(1).svg());
    figures.put("flow", new FlowFigure("A review", ExampleFlows.small()).svg());
    figures.put("flow-crowded", new FlowFigure("A review", ExampleFlows.crowded()).svg());
    return figures;
  }

  static KaplanMeierFigure.Arm arm(String name, int n, double medianDays) {
    RandomStream stream = new Seed(1).stream(n, name);
    double[] times = new double[n];
    boolean[] events = new boolean[n];
    for (int i = 0; i < n; i++) {
      double event = -Math.log(stream.nextUniform()) * medianDays / Math.log(2);
      double leaves = 200 + 900 * stream.nextUniform();
      times[i] = Math.min(event, leaves);
      events[i] = event <= leaves;
    }
    return new KaplanMeierFigure.Arm(name, KaplanMeier.of(times, events));
  }

  static KaplanMeierFigure kaplanMeier() {
    return new KaplanMeierFigure(
        "Overall survival in metastatic melanoma",
        "Overall survival",
        TimeScale.MONTHS,
        true,
        List.of(arm("High-dose IL-2", 270, 350), arm("Nivolumab", 210, 900)));
  }

  static KaplanMeierFigure kaplanMeierMany() {
    return new KaplanMeierFigure(
        "Progression-free survival by arm, one thousand virtual patients each",
        "Progression-free survival",
        TimeScale.DAYS,
        false,
        List.of(
            arm("High-dose IL-2, then nivolumab after 4 weeks", 1000, 250),
            arm("Nivolumab 240 mg q2w", 1000, 300),
            arm("Interferon alfa-2b", 1000, 80),
            arm("Bempegaldesleukin + nivolumab", 1000, 320),
            arm("Untreated", 1000, 45)));
  }

  static BestResponse response(double change) {
    return change <= -99
        ? BestResponse.COMPLETE_RESPONSE
        : change <= -30
            ? BestResponse.PARTIAL_RESPONSE
            : change < 20 ? BestResponse.STABLE_DISEASE : BestResponse.PROGRESSIVE_DISEASE;
  }

  static WaterfallFigure waterfall(int n) {
    RandomStream stream = new Seed(2).stream(n, "waterfall");
    List<WaterfallFigure.Patient> patients = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double change = Math.max(-100, 25 + 60 * stream.nextNormal());
      patients.add(new WaterfallFigure.Patient(change, response(change)));
    }
    return new WaterfallFigure("Best change of tumour size, high-dose IL-2", patients);
  }

  static SpiderFigure spider() {
    RandomStream stream = new Seed(3).stream(0, "spider");
    List<SpiderFigure.Patient> patients = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int visits = 2 + stream.nextIndex(12);
      double[] days = new double[visits];
      double[] change = new double[visits];
      double rate = 0.12 * stream.nextNormal();
      for (int v = 1; v < visits; v++) {
        days[v] = 42 * v + 42;
        change[v] =
            Math.max(
                -100, (100 + change[v - 1]) * Math.exp(rate + 0.05 * stream.nextNormal()) - 100);
      }
      double best = java.util.Arrays.stream(change).skip(1).min().orElse(0);
      patients.add(new SpiderFigure.Patient(response(best), Series.of(days, change)));
    }
    return new SpiderFigure("Tumour size over time, sixty patients", TimeScale.MONTHS, patients);
  }

  static DoseDeliveryFigure doseDelivery(int cycles, int doses) {
    List<DoseDeliveryFigure.Cycle> all = new ArrayList<>();
    for (int c = 0; c < cycles; c++) {
      double start = 1 - 0.08 * c;
      all.add(
          new DoseDeliveryFigure.Cycle(
              "Cycle " + (c + 1),
              IntStream.range(0, doses)
                  .mapToObj(d ->
                      new DoseDeliveryFigure.Dose("" + (d + 1), Math.max(0, start - 0.004 * d * d)))
                  .toList()));
    }
    return new DoseDeliveryFigure("Doses received, high-dose IL-2", "Dose in the cycle", all);
  }

  static ToxicityByDayFigure toxicity() {
    List<ToxicityByDayFigure.Kind> kinds = new ArrayList<>();
    String[] names = {
      "Hypotension",
      "Fever",
      "Creatinine raised",
      "Capillary leak",
      "Thrombocytopenia",
      "Neutropenia",
      "Immune-related"
    };
    for (int k = 0; k < names.length; k++) {
      double[] days = IntStream.range(0, 85).mapToDouble(d -> d).toArray();
      double[] percent = new double[85];
      for (int d = 0; d < 85; d++) {
        double peak1 = Math.exp(-Math.pow((d - 4 - k) / 2.5, 2));
        double peak2 = Math.exp(-Math.pow((d - 18 - k) / 2.5, 2));
        percent[d] = k == 6 ? d / 9.0 : (45.0 - 6 * k) * (peak1 + 0.8 * peak2);
      }
      kinds.add(new ToxicityByDayFigure.Kind(names[k], Series.of(days, percent)));
    }
    return new ToxicityByDayFigure("Toxicity of grade 3 or more by day, high-dose IL-2", kinds);
  }

  static TimeCourseFigure timeCourse(int panels) {
    int n = 3000;
    double[] days = IntStream.range(0, n).mapToDouble(i -> i * 42.0 / n).toArray();
    List<Double> doses = new ArrayList<>();
    for (int d = 0; d < 14; d++) {
      doses.add(d / 3.0);
      doses.add(14 + d / 3.0);
    }
    TimeCourseFigure.Trace drug = new TimeCourseFigure.Trace("IL-2", sum(days, doses, 8.0, 50));
    TimeCourseFigure.Trace il6 = new TimeCourseFigure.Trace("IL-6", sum(days, doses, 3.0, 80));
    TimeCourseFigure.Trace ifn = new TimeCourseFigure.Trace("IFN-γ", sum(days, doses, 2.0, 15));
    TimeCourseFigure.Trace treg =
        new TimeCourseFigure.Trace("Regulatory T", sum(days, doses, 0.2, 0.02));
    TimeCourseFigure.Trace cd8 =
        new TimeCourseFigure.Trace("CD8 effector T", sum(days, doses, 0.1, 0.04));
    TimeCourseFigure.Trace nk = new TimeCourseFigure.Trace("NK", sum(days, doses, 0.3, 0.03));
    TimeCourseFigure.Trace vessel =
        new TimeCourseFigure.Trace("Mean arterial pressure", sum(days, doses, 1.0, -4));
    List<TimeCourseFigure.Panel> all =
        List.of(
            new TimeCourseFigure.Panel("Interleukin-2, serum", "IU/mL", true, List.of(drug)),
            new TimeCourseFigure.Panel("Cytokines, serum", "pg/mL", false, List.of(il6, ifn)),
            new TimeCourseFigure.Panel("Cells, blood", "10⁹/L", false, List.of(treg, cd8, nk)),
            new TimeCourseFigure.Panel(
                "Change of mean arterial pressure", "mmHg", false, List.of(vessel)));
    return new TimeCourseFigure("Patient 17 on high-dose IL-2", all.subList(0, panels), doses);
  }

  private static Series sum(double[] days, List<Double> doses, double perDay, double size) {
    double[] y = new double[days.length];
    for (int i = 0; i < y.length; i++) {
      for (double dose : doses) {
        double since = days[i] - dose;
        y[i] += since < 0 ? 0 : size * Math.exp(-perDay * since) * (1 - Math.exp(-20 * since));
      }
    }
    return Series.of(days, y);
  }
}
