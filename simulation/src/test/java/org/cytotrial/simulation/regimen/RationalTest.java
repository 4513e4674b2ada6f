package org.cytotrial.simulation.regimen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
  @ParameterizedTest
  @CsvSource({
    "14, 14, 1",
    "1/3, 1, 3",
    "2/6, 1, 3",
    "0.0625, 1, 16",
    "-1/2, -1, 2",
    "1/-2, -1, 2",
    "0, 0, 1",
    "0/5, 0, 1",
    "1e2, 100, 1",
    "' 1 / 48 ', 1, 48",
    "1.50, 3, 2"
  })
  void reads(String text, long numerator, long denominator) {
    assertEquals(new Rational(numerator, denominator), Rational.parse(text));
    assertEquals(numerator, Rational.parse(text).numerator());
    assertEquals(denominator, Rational.parse(text).denominator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1/",
        "/3",
        "1/2/3",
        "0.5/2",
        "1e30",
        "1e-30",
        "NaN",
        "1e-999999999",
        "1e999999999"
      })
  void refuses(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Rational.parse(text));
    assertTrue(e.toString().contains("'" + text + "'"), e.toString());
  }

  @Test
  void refusesADenominatorOfNought() {
    assertThrows(IllegalArgumentException.class, () -> Rational.parse("1/0"));
  }

  @Test
  void fourEightHourStepsAreOneDayAndATenth() {
    Rational step = new Rational(1, 3);
    assertEquals(Rational.of(1), step.times(3));
    assertEquals(new Rational(4, 3), Rational.of(1).plus(step));
    assertEquals(1.0, step.plus(step).plus(step).toDouble());
    assertEquals(new Rational(1, 6), step.times(new Rational(1, 2)));
    assertEquals("4/3", step.times(4).toString());
    assertEquals("2", step.times(6).toString());
  }

  @Test
  void comparesByValue() {
    assertTrue(new Rational(1, 3).compareTo(new Rational(3, 10)) > 0);
    assertTrue(new Rational(-1, 3).compareTo(Rational.ZERO) < 0);
    assertEquals(0, new Rational(2, 4).compareTo(new Rational(1, 2)));
  }
}
