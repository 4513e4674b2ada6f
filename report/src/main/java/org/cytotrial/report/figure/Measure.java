package org.cytotrial.report.figure;

import java.util.OptionalDouble;

/// What the axis of a forest or funnel plot measures, and how its values are printed.
///
/// @param name what is measured, with its unit, such as `Objective response (%)` or `Risk ratio`
/// @param interval what the intervals are, such as `95 % CI`
/// @param decimals of printed values
/// @param logarithmic whether equal ratios lie equally far apart; such values are above 0
/// @param reference the value of no effect, where there is one
/// @param below what values below the reference mean, such as `favours IL-2`; may be empty
/// @param above what values above the reference mean; may be empty
public record Measure(
    String name,
    String interval,
    int decimals,
    boolean logarithmic,
    OptionalDouble reference,
    String below,
    String above) {

  /// A ratio, whose value of no effect is 1.
  public static Measure ratio(String name, String below, String above) {
    return new Measure(name, "95 % CI", 2, true, OptionalDouble.of(1), below, above);
  }

  /// A percentage of patients, without a value of no effect.
  public static Measure percent(String name) {
    return new Measure(name, "95 % CI", 1, false, OptionalDouble.empty(), "", "");
  }

  /// A difference, whose value of no effect is 0.
  public static Measure difference(String name, int decimals, String below, String above) {
    return new Measure(name, "95 % CI", decimals, false, OptionalDouble.of(0), below, above);
  }

  String print(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double least = Math.pow(10, -decimals);
    return logarithmic && value > 0 && value < least / 2
        ? "<" + Axis.decimal(least, decimals)
        : Axis.decimal(value, decimals);
  }

  String print(Estimate estimate) {
    return print(estimate.value()) + " " + print(estimate.lower(), estimate.upper());
  }

  String print(double lower, double upper) {
    return "[" + print(lower) + ", " + print(upper) + "]";
  }

  Axis axis(double low, double high, Axis.Span span) {
    return logarithmic ? Axis.ratios(low, high, span) : Axis.linear(low, high, span);
  }
}
