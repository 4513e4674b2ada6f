package org.cytotrial.simulation.regimen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.reference.ScenarioTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Specification section 11.2: "items separated by `;`. An item is `t`, or `start:step:count`,
/// optionally `@period:repeats`; numbers may be fractions; `*` = as long as t < end of simulation.
/// Every repeat of an item is one cycle".
class TimePatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 84 | 0",
        "0.0625 | 84 | 1/16",
        "0;14;49:14:* | 84 | 0 / 14 / 49,63,77",
        "0:1/3:4 | 84 | 0,1/3,2/3,1",
        "0:1:2@7:3 | 84 | 0,1 / 7,8 / 14,15",
        "0:1:2@7:3 | 8 | 0,1 / 7",
        "0:1:2@7:3 | 7 | 0,1",
        "0:1:2@21:* | 43 | 0,1 / 21,22 / 42",
        "0:14:* | 28 | 0,14",
        "84:14:* | 84 | ''",
        "7:7:*@50:2 | 20 | 7,14",
        "5@10:3 | 84 | 5 / 15 / 25",
        " 0 ; 2 | 84 | 0 / 2",
        "0:1:0 | 84 | ''",
      })
  void cycles(String text, double end, String expected) {
    String cycles =
        TimePattern.parse(text).cycles(end).stream()
            .map(cycle -> cycle.stream().map(Rational::toString).collect(Collectors.joining(",")))
            .collect(Collectors.joining(" / "));
    assertEquals(expected, cycles);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "0;",
        "x",
        "0:1",
        "0:1:2:3",
        "0:1:x",
        "0:1:2@",
        "0:1:2@7",
        "0:1:2@7:x",
        "0@1:2@3:4",
        "0:1:1.5",
        "0:-1:*",
        "0:1:2@-7:*",
        "0:1:-2",
        "0:1:2@7:-1",
        "-1"
      })
  void refuses(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> TimePattern.parse(text));
    assertTrue(e.toString().contains("Maybe"), e.toString());
  }

  /// A pattern without an end in itself ends all the same.
  @Test
  void repeatsWithoutAPeriodHappenOnce() {
    assertEquals(1, TimePattern.parse("3:0:*@0:*").cycles(100).size());
    assertEquals(List.of(Rational.of(3)), TimePattern.parse("3:0:*@0:*").cycles(100).getFirst());
  }

  @Test
  void highDoseCoursesAreFourteenDosesTwice() {
    var series = new ScenarioTable(Reference.LEDGER).schedule("HD_IL2_MEL").series();
    var cycles = series.getFirst().times().cycles(350);
    assertEquals(List.of(14, 14), cycles.stream().map(List::size).toList());
    assertEquals(new Rational(13, 3), cycles.getFirst().getLast());
    assertEquals(Rational.of(14), cycles.getLast().getFirst());
  }
}
