package org.cytotrial.report.trial;

import java.util.Locale;
import java.util.OptionalDouble;
import org.cytotrial.simulation.trial.EndpointEstimate;

/// Numbers as people read them: one decimal, commas between thousands, a dash where a value was not reached.
final class NumberText {
  static final String NOT_REACHED = "–";

  private NumberText() {}

  static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  /// Without decimals where it has none.
  static String shortest(double value) {
    return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : decimal(value);
  }

  /// As `15.3 [12.3, 17.9]`; doses as `9 [7, 12]`.
  static String withInterval(EndpointEstimate estimate) {
    boolean counts = estimate.endpoint().startsWith("doses_");
    return "%s [%s, %s]"
        .formatted(
            text(estimate.value(), counts),
            text(estimate.low(), counts),
            text(estimate.high(), counts));
  }

  private static String text(OptionalDouble value, boolean counts) {
    if (value.isEmpty()) {
      return NOT_REACHED;
    }
    return counts ? shortest(value.getAsDouble()) : decimal(value.getAsDouble());
  }
}
