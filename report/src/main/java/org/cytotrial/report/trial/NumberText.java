package org.cytotrial.report.trial;

import java.util.Locale;
import java.util.OptionalDouble;
import org.cytotrial.simulation.trial.EndpointEstimate;

/// Numbers as people read them: one decimal, commas between thousands, a dash where a value was not
/// reached.
final class NumberText {
  static final String NOT_REACHED = "–";

  private NumberText() {}

  static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  /// Without the decimal where it is 0.
  static String shortest(double value) {
    String text = decimal(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /// As `15.3 [12.3, 17.9]`; doses as `9 [7, 12]`; the value alone where it has no interval, as a
  /// weighted median.
  static String withInterval(EndpointEstimate estimate) {
    boolean counts = estimate.endpoint().startsWith("doses_");
    if (estimate.low().isEmpty() && estimate.high().isEmpty()) {
      return text(estimate.value(), counts);
    }
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
