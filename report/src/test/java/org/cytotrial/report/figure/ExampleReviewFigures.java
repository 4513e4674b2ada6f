package org.cytotrial.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cytotrial.report.figure.EvidenceMapFigure.Study;
import org.cytotrial.report.figure.ForestFigure.Group;
import org.cytotrial.report.figure.ForestFigure.Kind;
import org.cytotrial.report.figure.ForestFigure.Limits;
import org.cytotrial.report.figure.ForestFigure.Pooled;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;

/// Invented figures of a review: with one study, with twelve and with sixty, with short names and
/// with names of eighty characters.
final class ExampleReviewFigures {
  static final int[] SIZES = {1, 12, 60};

  private static final String[] WORDS = {
    "Interleukin-2", "Donaudampfschifffahrts", "multicentre", "and", "WMO", "Kirkwood", "melanoma"
  };

  private ExampleReviewFigures() {}

  /// Every figure, a name per page.
  static Map<String, String> all() {
    Map<String, String> figures = new LinkedHashMap<>();
    for (int size : SIZES) {
      for (boolean isLong : new boolean[] {false, true}) {
        String name = size + (isLong ? "-long" : "");
        put(figures, "forest-" + name, forest(size, isLong).pages());
        put(figures, "forest-ratio-" + name, ratios(size, isLong).pages());
        put(figures, "funnel-" + name, List.of(funnel(size, isLong).svg()));
        put(figures, "map-" + name, map(size, isLong).pages());
        put(figures, "survival-" + name, List.of(survival(size, isLong).svg()));
      }
    }
    return figures;
  }

  private static void put(Map<String, String> figures, String name, List<String> pages) {
    for (int i = 0; i < pages.size(); i++) {
      figures.put(name + (pages.size() == 1 ? "" : "-page" + (i + 1)), pages.get(i));
    }
  }

  /// A name of exactly eighty characters with long words, or a short one.
  static String name(int index, boolean isLong) {
    String name = "Study " + (index + 1);
    for (int i = index; isLong && name.length() < 80; i++) {
      name += " " + WORDS[i % WORDS.length];
    }
    String cut = name.length() > 80 ? name.substring(0, 80) : name;
    return cut.endsWith(" ") ? cut.strip() + "x" : cut;
  }

  /// Proportions in two groups, with a simulated arm and studies that are not pooled.
  static ForestFigure forest(int size, boolean isLong) {
    RandomStream stream = new Seed(4).stream(size, "forest");
    List<List<ForestFigure.Study>> studies = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < size; i++) {
      int n = 10 + stream.nextIndex(400);
      int responders = (int) (n * (0.05 + 0.3 * stream.nextUniform()));
      Kind kind = i % 7 == 5 ? Kind.NOT_POOLED : i % 11 == 10 ? Kind.SIMULATED : Kind.STUDY;
      double percent = 100.0 * responders / n;
      double error = 196 * Math.sqrt(0.2 * 0.8 / n);
      studies
          .get(i % 2)
          .add(
              new ForestFigure.Study(
                  name(i, isLong),
                  List.of(Integer.toString(responders), Axis.decimal(n, 0)),
                  i % 13 == 12
                      ? Optional.empty()
                      : Optional.of(
                          new Estimate(percent, Math.max(0, percent - error), percent + error)),
                  kind == Kind.STUDY ? OptionalDouble.of(n / 40.0) : OptionalDouble.empty(),
                  kind));
    }
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(heading("Native interleukin-2", isLong), studies.get(0), pooled(isLong)));
    if (size > 1) {
      groups.add(new Group(heading("Fusion proteins", isLong), studies.get(1), Optional.empty()));
    }
    return new ForestFigure(
        isLong ? "Objective response, " + name(7, true) : "Objective response",
        Measure.percent("Objective response (%)"),
        List.of("Responders", "N"),
        groups,
        pooled(isLong).stream().toList(),
        List.of(
            "Studies of weight 0 stand in the tables only. Responders derived from a percentage are"
                + " marked with an asterisk and left out in a sensitivity analysis, which is"
                + " described in the section on methods."));
  }

  private static String heading(String text, boolean isLong) {
    return isLong ? (text + " " + name(3, true)).substring(0, 80) : text;
  }

  private static Optional<Pooled> pooled(boolean isLong) {
    String name = isLong ? name(4, true) : "Random effects (GLMM)";
    return Optional.of(
        new Pooled(
            name,
            List.of("", "2,345"),
            new Estimate(17.3, 14.2, 20.9),
            Optional.of(new Limits(4.4, 49)),
            "tau² = 0.61, I² = 83 %, Q = 71.2 (df = 11, p < 0.001); 95 % prediction interval"));
  }

  /// Risk ratios, one of them with an interval far beyond the others and one with an open end.
  static ForestFigure ratios(int size, boolean isLong) {
    RandomStream stream = new Seed(5).stream(size, "ratios");
    List<ForestFigure.Study> studies = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double ratio = Math.exp(0.5 * stream.nextNormal() - 0.3);
      double width = i == 2 ? 5 : 0.1 + 0.6 * stream.nextUniform();
      double upper = i == 3 ? Double.POSITIVE_INFINITY : ratio * Math.exp(width);
      studies.add(
          new ForestFigure.Study(
              name(i, isLong),
              List.of("12 / 120", "20 / 118"),
              Optional.of(new Estimate(ratio, ratio / Math.exp(width), upper)),
              OptionalDouble.of(100.0 / size),
              Kind.STUDY));
    }
    Measure measure =
        isLong
            ? Measure.ratio("Risk ratio " + name(2, true), name(5, true), name(6, true))
            : Measure.ratio("Risk ratio", "favours interleukin-2", "favours control");
    return new ForestFigure(
        "Death within five years",
        measure,
        List.of(
            isLong ? "Events / N with interleukin-2" : "IL-2",
            isLong ? "Events / N without interleukin-2" : "Control"),
        List.of(new Group("", studies, Optional.empty())),
        List.of(
            new Pooled(
                "Random effects (REML)",
                List.of("", ""),
                new Estimate(0.74, 0.66, 0.83),
                Optional.empty(),
                "")),
        List.of());
  }

  static FunnelFigure funnel(int size, boolean isLong) {
    RandomStream stream = new Seed(6).stream(size, "funnel");
    List<FunnelFigure.Point> points = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double error = 0.05 + 0.5 * stream.nextUniform();
      double effect = Math.exp(-0.3 + error * stream.nextNormal());
      FunnelFigure.Kind kind = i % 9 == 8 ? FunnelFigure.Kind.FILLED : FunnelFigure.Kind.STUDY;
      points.add(new FunnelFigure.Point(name(i, isLong), effect, error, kind));
    }
    return new FunnelFigure(
        isLong ? name(1, true) + " " + name(3, true) : "Funnel plot of death within five years",
        isLong
            ? Measure.ratio("Risk ratio " + name(2, true), name(5, true), name(6, true))
            : Measure.ratio("Risk ratio", "favours interleukin-2", "favours control"),
        0.74,
        List.of(
            new FunnelFigure.Region("99 % pseudo-confidence region", 2.576),
            new FunnelFigure.Region("95 % pseudo-confidence region", 1.96)),
        points);
  }

  /// Curves of as many arms, at most seven.
  private static KaplanMeierFigure survival(int size, boolean isLong) {
    List<KaplanMeierFigure.Arm> arms = new ArrayList<>();
    for (int i = 0; i < Math.min(7, size); i++) {
      arms.add(ExampleFigures.arm(name(i, isLong), 60, 200 + 50 * i));
    }
    return new KaplanMeierFigure(
        "Overall survival", "Overall survival", TimeScale.MONTHS, true, arms);
  }

  static EvidenceMapFigure map(int size, boolean isLong) {
    RandomStream stream = new Seed(7).stream(size, "map");
    List<Study> studies = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int cytokine = (int) (12 * stream.nextUniform() * stream.nextUniform());
      int cancer = (int) (22 * stream.nextUniform() * stream.nextUniform());
      studies.add(
          new Study(
              name(i, isLong),
              "study-" + i,
              isLong ? name(cytokine, true) : "IL-" + (cytokine + 2),
              isLong ? name(cancer, true) : "cancer " + (cancer + 1),
              isLong ? name(i % 6, true) : "format " + (1 + i % 6),
              i % 5 == 4 ? OptionalInt.empty() : OptionalInt.of(10 + stream.nextIndex(600))));
    }
    return new EvidenceMapFigure("Cytokines, cancers and formats", studies);
  }
}
