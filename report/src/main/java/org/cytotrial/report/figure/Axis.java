package org.cytotrial.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// One axis: which value lies at which pixel, and where its ticks are. Values outside are drawn at
/// the nearer end.
final class Axis {
  private static final int PIXELS_PER_TICK = 48;
  private static final int PIXELS_PER_TIME_TICK = 40;

  private final double low;
  private final double high;
  private final Span span;
  private final boolean logarithmic;
  private final List<Tick> ticks;

  private Axis(double low, double high, Span span, boolean logarithmic, List<Tick> ticks) {
    this.low = low;
    this.high = high;
    this.span = span;
    this.logarithmic = logarithmic;
    this.ticks = List.copyOf(ticks);
  }

  /// The pixels of the lower and the upper end.
  record Span(double start, double end) {
    double length() {
      return Math.abs(end - start);
    }
  }

  /// A marked value; the label is empty where there is no room for one.
  record Tick(double value, String label) {}

  /// A linear axis that ends on ticks.
  static Axis linear(double low, double high, Span span) {
    double top = high > low ? high : low + 1;
    double step = niceStep((top - low) / Math.max(2, Math.floor(span.length() / PIXELS_PER_TICK)));
    double first = Math.floor(low / step + 1e-9);
    double last = Math.ceil(top / step - 1e-9);
    return new Axis(first * step, last * step, span, false, ticks(first, last, step));
  }

  /// A linear axis with these ends, whose ticks need not be on the ends.
  static Axis between(double low, double high, double step, Span span) {
    double first = Math.ceil(low / step - 1e-9);
    double last = Math.floor(high / step + 1e-9);
    return new Axis(low, high, span, false, ticks(first, last, step));
  }

  /// Time from 0, in the unit of the scale, with ticks at whole weeks, months or years.
  static Axis time(TimeScale scale, double lastDay, Span span) {
    double last = scale.fromDays(lastDay > 0 ? lastDay : 1);
    int parts = (int) Math.max(2, span.length() / PIXELS_PER_TIME_TICK);
    return between(0, last, scale.step(last, parts), span);
  }

  /// A logarithmic axis between whole powers of ten, for values above 0.
  static Axis logarithmic(double low, double high, Span span) {
    int first = (int) Math.floor(Math.log10(low) + 1e-9);
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
    int every = (int) Math.ceil((last - first) / Math.max(1, span.length() / 24));
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      double value = Math.pow(10, power);
      ticks.add(new Tick(value, (power - first) % every == 0 ? powerLabel(power) : ""));
    }
    return new Axis(Math.pow(10, first), Math.pow(10, last), span, true, ticks);
  }

  /// A logarithmic axis for ratios that ends on ticks: at 1, 2 and 5 times powers of ten and
  /// between, as far as there is room for labels.
  static Axis ratios(double low, double high, Span span) {
    for (double[] factors : new double[][] {{1, 1.5, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}}) {
      List<Tick> ticks = ratioTicks(low, high, factors);
      double first = ticks.getFirst().value();
      Axis axis = new Axis(first, ticks.getLast().value(), span, true, ticks);
      if (axis.labelsFit()) {
        return axis;
      }
    }
    return logarithmic(low, high, span);
  }

  private boolean labelsFit() {
    for (int i = 1; i < ticks.size(); i++) {
      Tick left = ticks.get(i - 1);
      Tick right = ticks.get(i);
      double room = at(right.value()) - at(left.value());
      double wanted = (TextWidth.of(left.label(), 12) + TextWidth.of(right.label(), 12)) / 2;
      if (room < wanted + 8) {
        return false;
      }
    }
    return true;
  }

  /// From the last tick not above `low` to the first not below `high`.
  private static List<Tick> ratioTicks(double low, double high, double[] factors) {
    List<Tick> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low) + 1e-9) - 1; power < 300; power++) {
      for (double factor : factors) {
        double value = BigDecimal.valueOf(factor).scaleByPowerOfTen(power).doubleValue();
        if (value <= low * (1 + 1e-9)) {
          ticks.clear();
        }
        ticks.add(new Tick(value, ratioLabel(value, power)));
        if (value >= high * (1 - 1e-9) && ticks.size() > 1) {
          return ticks;
        }
      }
    }
    return ticks;
  }

  private static String ratioLabel(double value, int power) {
    boolean far = power < -3 || power > 4;
    return far && value == Math.pow(10, power)
        ? powerLabel(power)
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  double at(double value) {
    double bounded = Math.clamp(value, low, high);
    double share =
        logarithmic
            ? Math.log(bounded / low) / Math.log(high / low)
            : (bounded - low) / (high - low);
    return span.start() + share * (span.end() - span.start());
  }

  List<Tick> ticks() {
    return ticks;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  Span span() {
    return span;
  }

  /// The smallest of 1, 2 or 5 times a power of ten that is not below `rough`.
  static double niceStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static List<Tick> ticks(double first, double last, double step) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    List<Tick> ticks = new ArrayList<>();
    for (double i = first; i <= last; i++) {
      ticks.add(new Tick(i * step, decimal(i * step, decimals)));
    }
    return ticks;
  }

  /// A number with so many decimals, a thin minus sign and commas between thousands.
  static String decimal(double value, int decimals) {
    String digits =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).abs().toPlainString();
    int whole = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    for (int i = whole - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    boolean negative = value < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
    return negative ? "−" + text : text.toString();
  }

  private static String powerLabel(int power) {
    if (power >= -2 && power <= 3) {
      return decimal(Math.pow(10, power), Math.max(0, -power));
    }
    StringBuilder label = new StringBuilder("10");
    for (char c : Integer.toString(power).toCharArray()) {
      label.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return label.toString();
  }
}
