package org.cytotrial.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.cytotrial.benchmarks.MadeFigure.Reading;
import org.cytotrial.statistics.random.Seed;
import org.cytotrial.statistics.survival.CoxModel;
import org.cytotrial.statistics.survival.KaplanMeier;
import org.cytotrial.statistics.survival.PatientTimes;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Clicked;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction;

/// Patients from Kaplan–Meier figures against the patients that the figures were made from: 14
/// figures of immunotherapy in `km-immuno`, 20 seeds.
///
/// It tests the inversion, not the clicking: the clicks are made from the patients.
public final class ReconstructionBenchmark {
  private static final int SEEDS = 20;
  private static final double[] FOLLOW_UP = {0.25, 0.5, 0.75};
  private static final Set<String> CONTROLS = Set.of("placebo", "d1", "chemo");
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(1, Clicked.ANYWHERE, ""),
          new Setting(0.8, Clicked.ANYWHERE, "_risk_to_80"),
          new Setting(1, Clicked.AT_STEPS, "_as_at_steps"));

  private final PrintStream out;

  private ReconstructionBenchmark(PrintStream out) {
    this.out = out;
  }

  /// Where the last number at risk stands, and where the program is told that clicks lie.
  private record Setting(double last, Clicked clicked, String suffix) {
    /// Whether it is measured beside the setting of the bars.
    boolean isOther() {
      return !suffix.isEmpty();
    }

    Reading reading(boolean given) {
      return new Reading(last, given, clicked);
    }
  }

  /// A figure: control first.
  private record Figure(String name, double published, MadeFigure control, MadeFigure treated) {
    double axis() {
      return Math.max(control.last(), treated.last());
    }

    List<MadeFigure> arms() {
      return List.of(control, treated);
    }
  }

  /// Prints a line per figure, and the bars.
  ///
  /// @param arguments the folder `shared`
  public static void main(String[] arguments) throws IOException {
    Path shared = Path.of(arguments.length == 0 ? "../shared" : arguments[0]);
    List<Figure> figures = figures(shared.resolve("review/meta-analysis/immunotherapy/km-immuno"));
    var benchmark = new ReconstructionBenchmark(System.out);
    benchmark.out.println(
        "This tests the inversion, not the clicking: the clicks are made from the patients (60"
            + " times, survival to 0.5 %, times moved by up to 0.5 % of the axis, evenly; 5 numbers"
            + " at risk; "
            + SEEDS
            + " seeds).");
    for (Setting setting : SETTINGS) {
      benchmark.measure(figures, setting);
    }
  }

  private static List<Figure> figures(Path folder) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> index =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("_INDEX.csv"))) {
      for (NamedCsvRecord row : index) {
        String name = row.getField("name");
        List<MadeFigure> arms = MadeFigure.read(folder.resolve(name + ".csv"));
        boolean first = CONTROLS.contains(arms.getFirst().name());
        figures.add(
            new Figure(
                name,
                Double.parseDouble(row.getField("HazardRatio")),
                first ? arms.getFirst() : arms.getLast(),
                first ? arms.getLast() : arms.getFirst()));
      }
    }
    return figures;
  }

  private void measure(List<Figure> figures, Setting setting) {
    out.printf(
        Locale.ROOT,
        "%nNumbers at risk at 5 times from 0 to %.0f %% of the axis, clicks read as %s. Worst of %d"
            + " seeds, in brackets the mean:%n%-16s %5s %17s %15s   %5s %5s %21s %21s%n",
        100 * setting.last(),
        setting.clicked(),
        SEEDS,
        "figure",
        "n",
        "survival, points",
        "median, %",
        "HR",
        "publ.",
        "HR, events given",
        "HR, withheld");
    var all = new Errors();
    for (Figure figure : figures) {
      print(figure, setting, all);
    }
    String suffix = setting.suffix();
    bar("reconstruction_survival" + suffix, all.survival, 2, "points");
    bar("reconstruction_median" + suffix, all.median, 5, "%");
    bar("reconstruction_hazard_ratio_events_given" + suffix, all.given, 5, "%");
    bar("reconstruction_hazard_ratio_events_withheld" + suffix, all.withheld, 10, "%");
    compare("survival", all.ruledSurvival, 2, "points");
    compare("median", all.ruledMedian, 5, "%");
  }

  private void print(Figure figure, Setting setting, Errors all) {
    double truth = hazardRatio(figure.control(), figure.treated());
    var errors = new Errors();
    List<Double> given = new ArrayList<>();
    List<Double> withheld = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      given.add(run(figure, setting.reading(true), seed, errors));
      withheld.add(run(figure, setting.reading(false), seed, errors));
    }
    given.forEach(hr -> errors.given.add(100 * Math.abs(hr / truth - 1)));
    withheld.forEach(hr -> errors.withheld.add(100 * Math.abs(hr / truth - 1)));
    all.add(errors);
    out.printf(
        Locale.ROOT,
        "%-16s %5d %9.2f (%5.2f) %7s (%5s)   %5.3f %5.3f %5.3f %5.2f %% (%4.2f) %5.3f %5.2f %%"
            + " (%4.2f)%n",
        figure.name(),
        figure.control().times().length + figure.treated().times().length,
        worst(errors.survival),
        mean(errors.survival),
        errors.median.isEmpty() ? "none" : "%.2f".formatted(worst(errors.median)),
        errors.median.isEmpty() ? "" : "%.2f".formatted(mean(errors.median)),
        truth,
        figure.published(),
        mean(given),
        worst(errors.given),
        mean(errors.given),
        mean(withheld),
        worst(errors.withheld),
        mean(errors.withheld));
  }

  /// Reconstructs both arms; returns the hazard ratio.
  private static double run(Figure figure, Reading reading, int seed, Errors errors) {
    List<MadeFigure> made = new ArrayList<>();
    for (int arm = 0; arm < 2; arm++) {
      MadeFigure truth = figure.arms().get(arm);
      var chance = new Seed(seed).stream(arm, figure.name());
      DigitisedCurve clicks = truth.clicked(figure.axis(), reading, chance);
      Reconstruction found = Reconstruction.of(clicks);
      compare(truth, clicks, found, errors);
      made.add(new MadeFigure(truth.name(), found.times(), found.events()));
    }
    return hazardRatio(made.getFirst(), made.getLast());
  }

  private static void compare(
      MadeFigure truth, DigitisedCurve clicks, Reconstruction found, Errors errors) {
    KaplanMeier curve = KaplanMeier.of(found.times(), found.events());
    for (double share : FOLLOW_UP) {
      double time = share * truth.last();
      double survival = truth.survival(time);
      errors.survival.add(100 * Math.abs(curve.survival(time) - survival));
      double ruled = MadeFigure.straight(clicks.clicks(), time);
      errors.ruledSurvival.add(100 * Math.abs(ruled - survival));
    }
    OptionalDouble median = KaplanMeier.of(truth.times(), truth.events()).median().time();
    OptionalDouble ours = curve.median().time();
    if (median.isPresent() && ours.isPresent()) {
      errors.median.add(100 * Math.abs(ours.getAsDouble() / median.getAsDouble() - 1));
    }
    OptionalDouble ruled = MadeFigure.straightMedian(clicks.clicks());
    if (median.isPresent() && ruled.isPresent()) {
      errors.ruledMedian.add(100 * Math.abs(ruled.getAsDouble() / median.getAsDouble() - 1));
    }
  }

  private static double hazardRatio(MadeFigure control, MadeFigure treated) {
    int controls = control.times().length;
    int n = controls + treated.times().length;
    double[] times = new double[n];
    boolean[] events = new boolean[n];
    double[][] x = new double[n][1];
    for (int i = 0; i < n; i++) {
      MadeFigure arm = i < controls ? control : treated;
      int at = i < controls ? i : i - controls;
      times[i] = arm.times()[at];
      events[i] = arm.events()[at];
      x[i][0] = i < controls ? 0 : 1;
    }
    PatientTimes patients = PatientTimes.of(times, events, x, List.of("treated"));
    return CoxModel.fit(patients, CoxModel.Ties.EFRON, 0.95)
        .coefficients()
        .getFirst()
        .hazardRatio();
  }

  private static final class Errors {
    private final List<Double> survival = new ArrayList<>();
    private final List<Double> median = new ArrayList<>();
    private final List<Double> ruledSurvival = new ArrayList<>();
    private final List<Double> ruledMedian = new ArrayList<>();
    private final List<Double> given = new ArrayList<>();
    private final List<Double> withheld = new ArrayList<>();

    void add(Errors other) {
      survival.addAll(other.survival);
      median.addAll(other.median);
      ruledSurvival.addAll(other.ruledSurvival);
      ruledMedian.addAll(other.ruledMedian);
      given.addAll(other.given);
      withheld.addAll(other.withheld);
    }
  }

  /// Held only if every reconstruction is within the target.
  private void bar(String name, List<Double> errors, double target, String unit) {
    double worst = worst(errors);
    long within = errors.stream().filter(e -> e <= target).count();
    out.printf(
        Locale.ROOT,
        "%s %s ours=%.2f target=%.0f %s  (worst, %s; mean %.2f; within the target %d of %d ="
            + " %.1f %%)%n",
        SETTINGS.stream().anyMatch(o -> o.isOther() && name.endsWith(o.suffix())) ? "also" : "bar",
        name,
        worst,
        target,
        worst <= target ? "held" : "short",
        unit,
        mean(errors),
        within,
        errors.size(),
        100.0 * within / errors.size());
  }

  /// What the clicks themselves say, joined by straight lines without any patient.
  private void compare(String name, List<Double> errors, double target, String unit) {
    out.printf(
        Locale.ROOT,
        "    %s with a ruler on the clicks: worst %.2f %s, mean %.2f, within the target %d of %d%n",
        name,
        worst(errors),
        unit,
        mean(errors),
        errors.stream().filter(e -> e <= target).count(),
        errors.size());
  }

  private static double worst(List<Double> errors) {
    return errors.stream().mapToDouble(e -> e).max().orElse(Double.NaN);
  }

  private static double mean(List<Double> errors) {
    return errors.stream().mapToDouble(e -> e).average().orElse(Double.NaN);
  }
}
