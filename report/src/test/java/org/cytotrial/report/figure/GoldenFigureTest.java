package org.cytotrial.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cytotrial.statistics.survival.KaplanMeier;
import org.junit.jupiter.api.Test;

/// A small figure of each kind, byte for byte. What was drawn lies in target/golden: look at it
/// before it becomes the new expectation under src/test/resources.
class GoldenFigureTest {
  @Test
  void kaplanMeier() throws IOException {
    KaplanMeier curve =
        KaplanMeier.of(new double[] {30, 60, 90, 120}, new boolean[] {true, false, true, false});
    assertGolden(
        "kaplan-meier",
        new KaplanMeierFigure(
                "Survival",
                "Overall survival",
                TimeScale.DAYS,
                true,
                List.of(new KaplanMeierFigure.Arm("IL-2 & \"B\" <1", curve)))
            .svg());
  }

  @Test
  void waterfall() throws IOException {
    assertGolden(
        "waterfall",
        new WaterfallFigure(
                "Change",
                List.of(
                    new WaterfallFigure.Patient(-100, BestResponse.COMPLETE_RESPONSE),
                    new WaterfallFigure.Patient(140, BestResponse.PROGRESSIVE_DISEASE),
                    new WaterfallFigure.Patient(-45.5, BestResponse.PARTIAL_RESPONSE),
                    new WaterfallFigure.Patient(0, BestResponse.STABLE_DISEASE)))
            .svg());
  }

  @Test
  void spider() throws IOException {
    assertGolden(
        "spider",
        new SpiderFigure(
                "Change by visit",
                TimeScale.MONTHS,
                List.of(
                    new SpiderFigure.Patient(
                        BestResponse.PARTIAL_RESPONSE,
                        series(0, 0, 84, -40, 126, Double.NaN, 168, -50, 210, -45)),
                    new SpiderFigure.Patient(
                        BestResponse.PROGRESSIVE_DISEASE, series(0, 0, 84, 160, 126, 170))))
            .svg());
  }

  @Test
  void doseDelivery() throws IOException {
    assertGolden(
        "dose-delivery",
        new DoseDeliveryFigure(
                "Doses",
                "Dose in the cycle",
                List.of(
                    new DoseDeliveryFigure.Cycle(
                        "Cycle 1",
                        List.of(
                            new DoseDeliveryFigure.Dose("1", 1),
                            new DoseDeliveryFigure.Dose("2", 0.75))),
                    new DoseDeliveryFigure.Cycle(
                        "Cycle 2", List.of(new DoseDeliveryFigure.Dose("1", 0.5)))))
            .svg());
  }

  @Test
  void toxicityByDay() throws IOException {
    assertGolden(
        "toxicity-by-day",
        new ToxicityByDayFigure(
                "Toxicity",
                List.of(
                    new ToxicityByDayFigure.Kind("Hypotension", series(0, 0, 3, 40, 7, 5)),
                    new ToxicityByDayFigure.Kind("Fever", series(0, 0, 2, 20, 7, 0))))
            .svg());
  }

  @Test
  void timeCourse() throws IOException {
    assertGolden(
        "time-course",
        new TimeCourseFigure(
                "Patient 1",
                List.of(
                    new TimeCourseFigure.Panel(
                        "IL-2",
                        "IU/mL",
                        true,
                        List.of(new TimeCourseFigure.Trace("IL-2", series(0, 0, 1, 200, 7, 0.5)))),
                    new TimeCourseFigure.Panel(
                        "Cells",
                        "10⁹/L",
                        false,
                        List.of(
                            new TimeCourseFigure.Trace("NK", series(0, 0.2, 7, 0.6)),
                            new TimeCourseFigure.Trace("Treg", series(0, 0.1, 7, 0.3))))),
                List.of(0.0, 0.33))
            .svg());
  }

  @Test
  void flow() throws IOException {
    assertGolden("flow", new FlowFigure("A review", ExampleFlows.small()).svg());
  }

  @Test
  void forest() throws IOException {
    assertGolden("forest", ExampleReviewFigures.forest(12, false).svg());
  }

  @Test
  void funnel() throws IOException {
    assertGolden("funnel", ExampleReviewFigures.funnel(12, false).svg());
  }

  @Test
  void evidenceMap() throws IOException {
    assertGolden("evidence-map", ExampleReviewFigures.map(12, false).pages().getFirst());
  }

  private static Series series(double... pairs) {
    double[] x = new double[pairs.length / 2];
    double[] y = new double[pairs.length / 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = pairs[2 * i];
      y[i] = pairs[2 * i + 1];
    }
    return Series.of(x, y);
  }

  private static void assertGolden(String name, String svg) throws IOException {
    Path drawn = Files.createDirectories(Path.of("target/golden")).resolve(name + ".svg");
    Files.writeString(drawn, svg);
    try (InputStream golden = GoldenFigureTest.class.getResourceAsStream(name + ".svg")) {
      assertNotNull(golden, "src/test/resources has no " + name + ".svg; maybe copy " + drawn);
      assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), svg);
    }
  }
}
