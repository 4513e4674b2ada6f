package org.cytotrial.domain.quantity;

/// A number with its unit.
public record Quantity(double value, Unit unit, String unitText) {
  public static Quantity of(double value, String unit) {
    return new Quantity(value, Unit.parse(unit), unit);
  }

  /// Reads `600000 IU/kg`; the number may carry commas or underscores between thousands.
  ///
  /// @throws IllegalArgumentException if the number or the unit is missing or not understood
  public static Quantity parse(String text) {
    String trimmed = text.strip();
    int end = 0;
    while (end < trimmed.length() && "+-.,_0123456789eE".indexOf(trimmed.charAt(end)) >= 0) {
      end++;
    }
    String unit = trimmed.substring(end).strip();
    if (end == 0) {
      throw new IllegalArgumentException("'" + text + "' has no number. Maybe '240 mg'.");
    }
    if (unit.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' has no unit. Maybe '" + trimmed + " mg'.");
    }
    return of(number(trimmed.substring(0, end), text), unit);
  }

  private static double number(String digits, String text) {
    try {
      return Double.parseDouble(digits.replace(",", "").replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' does not start with a number.", e);
    }
  }

  /// The number of `target` units.
  ///
  /// @throws IllegalArgumentException if the units are not commensurable
  public double in(Unit target) {
    return value * unit.in(target);
  }

  @Override
  public String toString() {
    String digits =
        value == Math.rint(value) && Math.abs(value) < 1e15
            ? Long.toString((long) value)
            : Double.toString(value);
    return digits + " " + unitText;
  }
}
