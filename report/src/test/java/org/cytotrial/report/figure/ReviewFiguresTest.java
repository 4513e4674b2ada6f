package org.cytotrial.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.cytotrial.report.figure.ForestFigure.Group;
import org.cytotrial.report.figure.ForestFigure.Kind;
import org.cytotrial.report.figure.ForestFigure.Pooled;
import org.cytotrial.report.html.HtmlTable;
import org.junit.jupiter.api.Test;

/// Forest plots, funnel plots and evidence maps: what they show, what their tables say, and what
/// they refuse.
class ReviewFiguresTest {
  private static ForestFigure.Study study(String name, double value, Kind kind) {
    return new ForestFigure.Study(
        name,
        List.of(),
        Optional.of(new Estimate(value, value / 2, value * 2)),
        kind == Kind.STUDY ? OptionalDouble.of(50) : OptionalDouble.empty(),
        kind);
  }

  private static ForestFigure forest(ForestFigure.Study... studies) {
    return new ForestFigure(
        "Death",
        Measure.ratio("Risk ratio", "favours IL-2", "favours control"),
        List.of(),
        List.of(new Group("", List.of(studies), Optional.empty())),
        List.of(
            new Pooled(
                "Random effects",
                List.of(),
                new Estimate(0.8, 0.5, 1.2),
                Optional.of(new ForestFigure.Limits(0.3, 2.2)),
                "I² = 20 %")),
        List.of());
  }

  @Test
  void aSimulatedArmHasAMarkOfItsOwnAndTheLegendSaysSo() {
    ForestFigure plain = forest(study("A", 0.7, Kind.STUDY));
    ForestFigure simulated =
        forest(study("A", 0.7, Kind.STUDY), study("Virtual", 0.6, Kind.SIMULATED));
    assertTrue(!plain.svg().contains("virtual trial") && !plain.svg().contains("<circle"));
    assertTrue(simulated.svg().contains("Simulated arm of a virtual trial, not pooled"));
    assertTrue(simulated.svg().contains("<circle") && simulated.svg().contains("stroke-dasharray"));
  }

  /// Studies from 0.5 to 2 on an axis that one interval from 0.001 to 1000 must not stretch.
  @Test
  void anIntervalBeyondTheAxisEndsInArrows() {
    ForestFigure.Study wide =
        new ForestFigure.Study(
            "wide",
            List.of(),
            Optional.of(new Estimate(1, 0.001, 1000)),
            OptionalDouble.of(1),
            Kind.STUDY);
    String without = forest(study("A", 0.5, Kind.STUDY), study("B", 2, Kind.STUDY)).svg();
    String with = forest(study("A", 0.5, Kind.STUDY), study("B", 2, Kind.STUDY), wide).svg();
    int arrows = with.split("<path", -1).length - without.split("<path", -1).length - 1;
    assertEquals(2, arrows);
    assertTrue(!with.contains(">0.001<") && !with.contains(">1000<") && !with.contains(">100<"));
    assertTrue(with.contains("[&lt;0.01, 1,000.00]"), with);
  }

  @Test
  void theTableOfAForestPlotHasARowForEachLine() {
    HtmlTable table = forest(study("A", 0.7, Kind.STUDY), study("B", 1, Kind.NOT_POOLED)).table();
    assertEquals(
        List.of(
            List.of("A", "0.70", "[0.35, 1.40]", "50.0", "Study"),
            List.of("B", "1.00", "[0.50, 2.00]", "–", "Study that is not pooled"),
            List.of("Random effects", "0.80", "[0.50, 1.20]", "", "Pooled. I² = 20 %"),
            List.of(
                "Prediction interval",
                "",
                "[0.30, 2.20]",
                "",
                "Where a new study would lie: Random effects")),
        table.rows());
  }

  @Test
  void everyStudyStandsOnExactlyOnePage() {
    List<String> pages = ExampleReviewFigures.forest(60, true).pages();
    assertTrue(pages.size() > 1);
    for (int i = 0; i < 60; i++) {
      Pattern start = Pattern.compile(">Study " + (i + 1) + " ");
      long times = pages.stream().filter(page -> start.matcher(page).find()).count();
      assertTrue(times >= 1, "study " + (i + 1));
    }
    assertTrue(pages.stream().allMatch(page -> page.contains(">Responders<")));
    assertTrue(pages.get(1).contains("(continued)"));
  }

  @Test
  void aForestPlotOfNothingIsStillAFigure() {
    Measure measure = Measure.percent("Response (%)");
    assertTrue(
        new ForestFigure("t", measure, List.of(), List.of(), List.of(), List.of())
            .svg()
            .endsWith("</svg>\n"));
    assertTrue(new FunnelFigure("t", measure, 20, List.of(), List.of()).svg().endsWith("</svg>\n"));
    assertEquals(1, new EvidenceMapFigure("t", List.of()).pages().size());
  }

  @Test
  void theMarksOfAnEvidenceMapLinkToTheStudies() {
    EvidenceMapFigure map = ExampleReviewFigures.map(12, false);
    String svg = String.join("", map.pages());
    for (EvidenceMapFigure.Study study : map.studies()) {
      String link = "<a href=\"#" + study.anchor() + "\"><title>" + study.name() + ": ";
      assertTrue(svg.contains(link), link);
    }
    int counted = map.table().rows().stream().mapToInt(row -> Integer.parseInt(row.get(3))).sum();
    assertEquals(12, counted);
  }

  @Test
  void theTableOfAFunnelPlotTellsFilledPointsFromStudies() {
    FunnelFigure funnel = ExampleReviewFigures.funnel(12, false);
    assertEquals(12, funnel.table().rows().size());
    assertEquals(
        "Filled in by trim-and-fill: supposed, not observed", funnel.table().rows().get(8).get(3));
    assertEquals("Standard error of the logarithm", funnel.table().columns().get(2).header());
  }

  @Test
  void wrongInputsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Estimate(1, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> new Estimate(Double.NaN, 0, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new FunnelFigure(
                "t",
                Measure.ratio("RR", "", ""),
                1,
                List.of(),
                List.of(new FunnelFigure.Point("A", -0.2, 0.1, FunnelFigure.Kind.STUDY))));
    ForestFigure.Study wrong =
        new ForestFigure.Study(
            "A", List.of("1"), Optional.empty(), OptionalDouble.empty(), Kind.STUDY);
    assertThrows(IllegalArgumentException.class, () -> forest(wrong));
  }
}
