package org.cytotrial.simulation.regimen;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.model.expression.Comparison;

/// Decides once whether a series happens at all: an observable on one day against its own value at
/// the start, as in `SLD(63) <= SLD_0` (a second course only for tumours that have not grown).
public record Condition(String observable, Rational day, Comparison comparison) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\w+)\\(([^)]+)\\)\\s*(<=|>=|<|>)\\s*(\\w+)_0\\s*");

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException if the text has another form
  public static Condition parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !matcher.group(1).equals(matcher.group(4))) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a condition. Maybe 'SLD(63) <= SLD_0'.");
    }
    Comparison comparison =
        Arrays.stream(Comparison.values())
            .filter(c -> c.spelling().equals(matcher.group(3)))
            .findFirst()
            .orElseThrow();
    return new Condition(matcher.group(1), Rational.parse(matcher.group(2)), comparison);
  }

  @Override
  public String toString() {
    return "%s(%s) %s %s_0".formatted(observable, day, comparison.spelling(), observable);
  }
}
