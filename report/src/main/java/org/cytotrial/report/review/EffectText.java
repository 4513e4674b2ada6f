package org.cytotrial.report.review;

import java.util.Locale;
import java.util.Optional;
import org.cytotrial.evidence.synthesis.Analysis;
import org.cytotrial.evidence.synthesis.Estimate;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.evidence.synthesis.EventCount.Origin;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.interval.WilsonInterval;

/// Numbers as people read them: percentages with one decimal, ratios with two.
final class EffectText {
  static final String NOTHING = "–";

  private EffectText() {}

  static String number(double value, int decimals) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%,." + decimals + "f", value)
        : NOTHING;
  }

  /// As in `17.4 % [15.2, 19.8]`; ratios without the sign.
  static String of(Estimate estimate) {
    boolean isPercent = estimate.scale() == Estimate.Scale.PERCENT;
    return number(estimate.read(), decimals(estimate))
        + (isPercent ? " % " : " ")
        + interval(estimate.readInterval(), decimals(estimate));
  }

  static String prediction(Estimate estimate) {
    return estimate.readPrediction().map(i -> interval(i, decimals(estimate))).orElse(NOTHING);
  }

  private static int decimals(Estimate estimate) {
    return estimate.scale() == Estimate.Scale.PERCENT ? 1 : 2;
  }

  static String interval(Interval interval, int decimals) {
    return "[%s, %s]"
        .formatted(number(interval.lower(), decimals), number(interval.upper(), decimals));
  }

  /// The arm's own percentage with Wilson's interval.
  static String of(Counted count) {
    Interval interval = WilsonInterval.of(count.events(), count.patients());
    return "%s %% [%s, %s]"
        .formatted(
            number(count.percent(), 1),
            number(100 * interval.lower(), 1),
            number(100 * interval.upper(), 1));
  }

  static String fraction(Counted count) {
    return count.events() + "/" + count.patients();
  }

  /// Where a count comes from, for a cell beside it.
  static String origin(Counted count) {
    String word =
        switch (count.origin()) {
          case PRINTED -> "printed";
          case DERIVED -> "derived";
          case RECALLED -> "rests on a number from memory";
        };
    boolean isPlain = count.note().isEmpty();
    return isPlain ? word : word + (count.origin() == Origin.PRINTED ? ": " : " ") + count.note();
  }

  static String result(Analysis analysis) {
    return analysis.estimate().map(EffectText::of).orElse(analysis.trouble());
  }

  static String p(double p) {
    if (!Double.isFinite(p)) {
      return NOTHING;
    }
    return p < 0.001 ? "< 0.001" : number(p, 3);
  }

  /// With a capital, as a title begins.
  static String title(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static String orNothing(Optional<String> text) {
    return text.filter(t -> !t.isBlank()).orElse(NOTHING);
  }
}
