package org.cytotrial.report.figure;

/// The unit in which a time axis is printed. Figures take days.
public enum TimeScale {
  DAYS("days", 1),
  MONTHS("months", 365.25 / 12);

  private static final double[] DAY_STEPS = {1, 2, 7, 14, 28, 56, 84, 168, 364, 728, 1820};
  private static final double[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60, 120};

  private final String unit;
  private final double daysPerUnit;

  TimeScale(String unit, double daysPerUnit) {
    this.unit = unit;
    this.daysPerUnit = daysPerUnit;
  }

  public String unit() {
    return unit;
  }

  /// A month is a twelfth of 365.25 days.
  public double fromDays(double days) {
    return days / daysPerUnit;
  }

  double toDays(double value) {
    return value * daysPerUnit;
  }

  /// The smallest usual step that cuts a length into at most so many parts.
  double step(double length, int parts) {
    double[] usual =
        switch (this) {
          case DAYS -> DAY_STEPS;
          case MONTHS -> MONTH_STEPS;
        };
    for (double step : usual) {
      if (length / step <= parts) {
        return step;
      }
    }
    return Axis.niceStep(length / parts);
  }
}
