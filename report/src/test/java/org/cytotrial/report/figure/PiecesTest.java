package org.cytotrial.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private static final Axis.Span SPAN = new Axis.Span(0, 300);

  @Test
  void numbersHaveTwoDecimalsAtMost() {
    assertEquals("0", Svg.number(-0.001));
    assertEquals("-1.5", Svg.number(-1.5));
    assertEquals("2.07", Svg.number(2.0651));
    assertEquals("12", Svg.number(11.999));
  }

  @Test
  void textIsEscapedAndCharactersThatXmlCannotHoldAreReplaced() {
    assertEquals("a &lt; b &amp;&amp; &quot;c&quot; &gt; d", Svg.escape("a < b && \"c\" > d"));
    assertEquals("\uFFFD\uFFFD😀", Svg.escape("\u0000\uD800😀"));
  }

  @Test
  void linearAxesEndOnRoundNumbers() {
    Axis axis = Axis.linear(0.3, 47, SPAN);
    assertEquals(List.of("0", "10", "20", "30", "40", "50"), labels(axis));
    assertEquals(0, axis.at(0));
    assertEquals(300, axis.at(50));
    assertEquals(
        List.of("−0.2", "−0.1", "0.0", "0.1"),
        labels(Axis.linear(-0.15, 0.1, new Axis.Span(0, 150))));
  }

  @Test
  void aConstantStillHasAnAxis() {
    assertEquals(2, labels(Axis.linear(3, 3, new Axis.Span(0, 90))).size() - 1);
  }

  @Test
  void timeIsCutAtWeeksAndMonths() {
    assertEquals(
        List.of("0", "14", "28", "42", "56", "70", "84"),
        labels(Axis.time(TimeScale.DAYS, 90, SPAN)));
    assertEquals(
        List.of("0", "6", "12", "18", "24"), labels(Axis.time(TimeScale.MONTHS, 800, SPAN)));
    assertEquals("0", labels(Axis.time(TimeScale.DAYS, 0, SPAN)).getFirst());
  }

  @Test
  void logarithmicAxesHavePowersOfTen() {
    Axis axis = Axis.logarithmic(0.02, 3e5, SPAN);
    assertEquals(
        List.of("0.01", "0.1", "1", "10", "100", "1,000", "10⁴", "10⁵", "10⁶"), labels(axis));
    assertEquals(0, axis.at(0));
    assertEquals(37.5, axis.at(0.1), 1e-9);
  }

  @Test
  void namesThatAreTooLongEndInAnEllipsis() {
    assertEquals("short", TextWidth.fit("short", 12, 100));
    String fitted = TextWidth.fit("High-dose interleukin-2 followed by nivolumab", 12, 100);
    assertTrue(fitted.endsWith("…") && TextWidth.of(fitted, 12) <= 100, fitted);
  }

  @Test
  void manyPointsInAColumnKeepTheirPeaks() {
    int n = 30_000;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i / 100.0).toArray();
    double[] y = new double[n];
    y[12_340] = 100;
    Axis up = Axis.between(0, 100, 20, new Axis.Span(200, 0));
    String path = PathData.through(Series.of(x, y), Axis.between(0, 300, 50, SPAN), up).text();
    assertTrue(path.contains("L123.4 0"), path);
    assertTrue(path.length() < 6_000, "characters: " + path.length());
  }

  @Test
  void wrongInputsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Series.of(new double[] {2, 1}, new double[2]));
    assertThrows(IllegalArgumentException.class, () -> Series.of(new double[2], new double[3]));
    assertThrows(IllegalArgumentException.class, () -> new DoseDeliveryFigure.Dose("1", 1.2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WaterfallFigure.Patient(-120, BestResponse.STABLE_DISEASE));
  }

  @Test
  void figuresOfNothingAreStillFigures() {
    assertTrue(
        new KaplanMeierFigure("t", "e", TimeScale.DAYS, true, List.of())
            .svg()
            .endsWith("</svg>\n"));
    assertTrue(new WaterfallFigure("t", List.of()).svg().endsWith("</svg>\n"));
    assertTrue(new SpiderFigure("t", TimeScale.DAYS, List.of()).svg().endsWith("</svg>\n"));
    assertTrue(new DoseDeliveryFigure("t", "Day", List.of()).svg().endsWith("</svg>\n"));
    assertTrue(new ToxicityByDayFigure("t", List.of()).svg().endsWith("</svg>\n"));
    assertTrue(new TimeCourseFigure("t", List.of(), List.of()).svg().endsWith("</svg>\n"));
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).toList();
  }
}
