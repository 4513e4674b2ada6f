package org.cytotrial.statistics.survival.reconstruction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.AtRisk;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Click;
import org.cytotrial.statistics.survival.reconstruction.DigitisedCurve.Clicked;
import org.cytotrial.statistics.survival.reconstruction.Reconstruction.Patient;
import org.junit.jupiter.api.Test;

/// The method of doi:10.1186/1471-2288-12-9 on arms small enough for paper and pencil, and on input
/// that no figure can have given.
class GuyotEtAl2012Test {
  private static DigitisedCurve curve(
      double[][] clicks, int[][] atRisk, OptionalInt events, Clicked clicked) {
    List<Click> points = new ArrayList<>();
    for (double[] each : clicks) {
      points.add(new Click(each[0], each[1]));
    }
    List<AtRisk> table = new ArrayList<>();
    for (int[] each : atRisk) {
      table.add(new AtRisk(each[0], each[1]));
    }
    return new DigitisedCurve(points, table, events, clicked);
  }

  private static double[] times(Reconstruction found, boolean events) {
    return found.patients().stream()
        .filter(p -> p.event() == events)
        .mapToDouble(Patient::time)
        .toArray();
  }

  private static int events(Reconstruction found) {
    return times(found, true).length;
  }

  /// 10 patients: 1/10 and 1/9 of those at risk die at 1 and 2, 8 are left at 4 as the table says;
  /// 2 of these 8 die at 6, and 6 are watched until 8.
  @Test
  void nobodyLeavesEarly() {
    Reconstruction found =
        Reconstruction.of(
            curve(
                new double[][] {{1, 0.9}, {2, 0.8}, {6, 0.6}, {8, 0.6}},
                new int[][] {{0, 10}, {4, 8}},
                OptionalInt.empty(),
                Clicked.AT_STEPS));
    assertArrayEquals(new double[] {1, 2, 6, 6}, times(found, true));
    assertArrayEquals(new double[] {8, 8, 8, 8, 8, 8}, times(found, false));
    assertEquals(0, found.largestDifference(), 1e-12);
    assertEquals(List.of(), found.notices());
  }

  /// 20 patients, 8 left at 10. If C leave evenly, (20 − C/4)/4 die before 5 and a third of those
  /// at risk after: 10 − 34 C/48 are left, so C = 96/34 = 2.8, that is 3, and 9 die. With C = 3 the
  /// curve expects 4.8125 and 4.3125 deaths, so 5 and 4 of the 9 fall in the two gaps.
  @Test
  void threeOfTwentyLeaveEarly() {
    Reconstruction found =
        Reconstruction.of(
            curve(
                new double[][] {{5, 0.75}, {10, 0.5}},
                new int[][] {{0, 20}, {10, 8}},
                OptionalInt.empty(),
                Clicked.ANYWHERE));
    assertEquals(9, found.eventsOfCurve());
    double[] died = times(found, true);
    assertEquals(0.5 / 9 * 9.125 / 4.8125 * 5, died[0], 1e-9);
    assertEquals(5, IntStream.range(0, 9).filter(i -> died[i] < 5).count());
    double[] left = times(found, false);
    assertArrayEquals(
        new double[] {10 / 6.0, 5, 50 / 6.0}, new double[] {left[0], left[1], left[2]}, 1e-9);
    assertEquals(11, left.length);
    assertEquals(10, left[10]);
  }

  /// After the last number at risk the curve alone cannot say how many leave: the total does. With
  /// nobody leaving, half of 100 die by 10; 40 events need patients to leave.
  @Test
  void theTotalFixesTheTail() {
    double[][] clicks = {{5, 0.75}, {10, 0.5}};
    int[][] atRisk = {{0, 100}};
    Reconstruction free =
        Reconstruction.of(curve(clicks, atRisk, OptionalInt.empty(), Clicked.ANYWHERE));
    assertEquals(50, events(free));
    Reconstruction fixed =
        Reconstruction.of(curve(clicks, atRisk, OptionalInt.of(40), Clicked.ANYWHERE));
    assertEquals(40, events(fixed));
    assertTrue(times(fixed, false)[0] < 10);
    assertTrue(fixed.largestDifference() < 0.02, () -> "" + fixed.largestDifference());
    assertEquals(List.of(), fixed.notices());
  }

  @Test
  void everyTotalThatIsPossibleIsMetExactly() {
    double[][] clicks = {{2, 0.9}, {5, 0.7}, {8, 0.62}, {12, 0.4}};
    for (int[][] atRisk : new int[][][] {{{0, 40}, {4, 30}, {12, 9}}, {{0, 40}, {6, 20}}}) {
      for (int total = 0; total <= 40; total++) {
        Reconstruction found =
            Reconstruction.of(curve(clicks, atRisk, OptionalInt.of(total), Clicked.ANYWHERE));
        assertEquals(total, events(found));
        assertEquals(40, found.patients().size());
      }
    }
  }

  @Test
  void aTotalFarFromTheCurveIsSaid() {
    double[][] clicks = {{2, 0.9}, {5, 0.7}, {8, 0.62}, {12, 0.4}};
    int[][] atRisk = {{0, 400}, {4, 300}, {12, 90}};
    List<String> notices =
        Reconstruction.of(curve(clicks, atRisk, OptionalInt.of(380), Clicked.ANYWHERE)).notices();
    assertEquals(1, notices.size());
    assertTrue(notices.getFirst().contains("the total given is 380"), notices::toString);
  }

  @Test
  void clicksThatRiseAreMadeLevelAndThisIsSaid() {
    int[][] atRisk = {{0, 50}, {4, 25}};
    Reconstruction rising =
        Reconstruction.of(
            curve(
                new double[][] {{1, 0.9}, {2, 0.7}, {3, 0.8}, {4, 0.5}},
                atRisk,
                OptionalInt.empty(),
                Clicked.ANYWHERE));
    Reconstruction level =
        Reconstruction.of(
            curve(
                new double[][] {{1, 0.9}, {2, 0.75}, {3, 0.75}, {4, 0.5}},
                atRisk,
                OptionalInt.empty(),
                Clicked.ANYWHERE));
    assertEquals(level.patients(), rising.patients());
    assertEquals(List.of(), level.notices());
    String notice = rising.notices().getFirst();
    assertTrue(notice.startsWith("1 of 4 clicks rise, by up to 10 points"), notice);
  }

  @Test
  void aCurveThatEndsAtZeroLeavesNobody() {
    Reconstruction found =
        Reconstruction.of(
            curve(
                new double[][] {{3, 0.5}, {6, 0}},
                new int[][] {{0, 10}},
                OptionalInt.empty(),
                Clicked.AT_STEPS));
    assertArrayEquals(new double[] {3, 3, 3, 3, 3, 6, 6, 6, 6, 6}, times(found, true));
  }

  @Test
  void aTableThatEndsAfterTheCurveIsSaid() {
    Reconstruction found =
        Reconstruction.of(
            curve(
                new double[][] {{3, 0.5}},
                new int[][] {{0, 10}, {5, 4}},
                OptionalInt.empty(),
                Clicked.ANYWHERE));
    assertTrue(found.notices().getFirst().contains("after the last click"), found::toString);
    assertEquals(4, found.patients().stream().filter(p -> p.time() >= 5).count());
  }

  @Test
  void everyProblemNamesItsRowAndWhatToTry() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                curve(
                    new double[][] {{1, 0.9}, {-2, 0.8}, {3, 80}, {Double.NaN, Double.NaN}},
                    new int[][] {{1, 10}, {4, 12}, {4, -1}},
                    OptionalInt.of(11),
                    Clicked.ANYWHERE));
    String message = String.valueOf(e.getMessage());
    for (String word :
        List.of(
            "click 2: time is -2.0",
            "click 3: survival is 80.0. It must lie between 0 and 1; turn percentages",
            "click 4: time is NaN",
            "click 4: survival is NaN",
            "number at risk 1: the first time is 1.0. Give the patients at time 0 first.",
            "number at risk 2: patients rise from 10 to 12",
            "number at risk 3: -1 patients",
            "number at risk 3: time 4.0 does not come after 4.0",
            "events: 11 is not possible among 10 patients")) {
      assertTrue(message.contains(word), () -> word + " is not in " + message);
    }
    IllegalArgumentException nothing =
        assertThrows(
            IllegalArgumentException.class,
            () -> curve(new double[0][], new int[0][], OptionalInt.empty(), Clicked.ANYWHERE));
    assertTrue(String.valueOf(nothing.getMessage()).contains("Click along the whole curve"));
  }
}
