package org.cytotrial.simulation.regimen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cytotrial.model.expression.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  @Test
  void readsTheFormOfTheSpecification() {
    var expected = new Condition("SLD", Rational.of(63), Comparison.AT_MOST);
    assertEquals(expected, Condition.parse("SLD(63) <= SLD_0"));
    assertEquals(expected, Condition.parse("  SLD(63)<=SLD_0 "));
    assertEquals("SLD(63) <= SLD_0", expected.toString());
    assertEquals(expected, Condition.parse(expected.toString()));
    assertEquals(
        new Condition("ALC", new Rational(1, 3), Comparison.GREATER),
        Condition.parse("ALC(1/3) > ALC_0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SLD <= SLD_0",
        "SLD(63) <= VT_0",
        "SLD(x) <= SLD_0",
        "SLD(63) = SLD_0",
        "SLD(63) <= 5"
      })
  void refuses(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Condition.parse(text));
    assertTrue(e.toString().contains("Maybe"), e.toString());
  }
}
