package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.synthesis.DoseRegression;
import org.cytotrial.evidence.synthesis.PoolChecks;

/// What was looked at beside a pooled result, and what was not, in sentences.
final class CheckText {
  private CheckText() {}

  static List<String> of(PoolChecks checks) {
    List<String> sentences = new ArrayList<>();
    checks.smallStudies().ifPresent(s -> sentences.add(smallStudies(s)));
    checks.regressions().forEach(r -> sentences.add(regression(r)));
    checks.notDone().forEach(reason -> sentences.add("Not done. " + reason));
    return sentences;
  }

  private static String smallStudies(PoolChecks.SmallStudies s) {
    return "Small studies: Egger t %s (p %s), Begg τ %s (p %s), trim and fill adds %d studies, with them %s; none of these can tell bias from heterogeneity."
        .formatted(
            EffectText.number(s.egger().statistic(), 2),
            EffectText.p(s.egger().p()),
            EffectText.number(s.begg().tau(), 2),
            EffectText.p(s.begg().p()),
            s.missing(),
            EffectText.of(s.filled()));
  }

  private static String regression(DoseRegression r) {
    return "Regression on %s (%s, %d arms): the logit changes by %s [%s, %s] for one unit more, p %s, R² %s %%."
        .formatted(
            r.column(),
            r.unit(),
            r.arms(),
            digits(r.slope().estimate()),
            digits(r.slope().low()),
            digits(r.slope().high()),
            EffectText.p(r.slope().p()),
            EffectText.number(r.r2(), 0));
  }

  private static String digits(double value) {
    return String.format(java.util.Locale.ROOT, "%.3g", value);
  }
}
