package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.synthesis.Analysis;
import org.cytotrial.evidence.synthesis.Analysis.Purpose;
import org.cytotrial.evidence.synthesis.Estimate;
import org.cytotrial.evidence.synthesis.EventCount;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.PoolChecks;
import org.cytotrial.evidence.synthesis.PoolRow;
import org.cytotrial.evidence.synthesis.Sheet;
import org.cytotrial.evidence.synthesis.Synthesis;

/// The tables of one outcome in one stratum.
final class PoolTables {
  private PoolTables() {}

  /// Its arms, those that are listed only included.
  static Sheet arms(Pool pool) {
    List<List<String>> rows = new ArrayList<>();
    for (PoolRow row : pool.rows()) {
      rows.add(
          arm(
              row.arm(),
              EffectText.fraction(row.count()),
              EffectText.of(row.count()),
              EffectText.origin(row.count())));
    }
    for (EvidenceArm arm : pool.listed()) {
      rows.add(listed(pool, arm));
    }
    return Sheet.of(
        "arms-" + pool.id(),
        "%s: %s, %% of patients with 95 %% interval (Wilson) of each arm"
            .formatted(pool.stratum().label(), pool.kind().label()),
        List.of("Arm", "Year", "Drugs", "#n", "#% [95 % interval]", "Count", "Weight", "To know"),
        rows);
  }

  private static List<String> listed(Pool pool, EvidenceArm arm) {
    return switch (Synthesis.count(arm, pool.kind())) {
      case EventCount.Counted c ->
          arm(arm, EffectText.fraction(c), EffectText.of(c), EffectText.origin(c));
      case EventCount.Described d -> arm(arm, EffectText.NOTHING, d.words(), d.why());
      case EventCount.Absent _ -> arm(arm, EffectText.NOTHING, EffectText.NOTHING, "not reported");
    };
  }

  private static List<String> arm(EvidenceArm arm, String fraction, String percent, String count) {
    return List.of(
        arm.name(),
        arm.cell("year"),
        arm.arm().drugs(),
        fraction,
        percent,
        count,
        EffectText.number(arm.arm().fitWeight(), 1),
        EffectText.orNothing(java.util.Optional.of(String.join("; ", arm.remarks()))));
  }

  /// Every analysis of the pool.
  static Sheet analyses(Pool pool, String name) {
    List<List<String>> rows = new ArrayList<>();
    for (Analysis analysis : pool.analyses()) {
      rows.add(
          List.of(
              analysis.what(),
              Integer.toString(analysis.sample().rows()),
              Integer.toString(analysis.sample().studies()),
              "%d/%d".formatted(analysis.sample().events(), analysis.sample().patients()),
              EffectText.result(analysis),
              analysis.estimate().map(EffectText::prediction).orElse(EffectText.NOTHING),
              analysis.estimate().map(PoolTables::spread).orElse(EffectText.NOTHING)));
    }
    return Sheet.of(
        "analyses-" + pool.id(),
        "%s, pooled from %s.csv: %% of patients, 95 %% intervals".formatted(name, pool.id()),
        List.of(
            "Analysis",
            "#Arms",
            "#Studies",
            "#n",
            "#Pooled, %",
            "#In a new study, %",
            "Between studies"),
        rows);
  }

  private static String spread(Estimate estimate) {
    Estimate.Spread s = estimate.spread();
    List<String> parts = new ArrayList<>();
    parts.add("τ² " + EffectText.number(s.tau2(), 3));
    s.tau2Interval().ifPresent(i -> parts.add(EffectText.interval(i, 3)));
    if (Double.isFinite(s.i2())) {
      parts.add("I² " + EffectText.number(s.i2(), 0) + " %");
    }
    if (Double.isFinite(s.q())) {
      parts.add(
          "Q %s, %s df, p %s"
              .formatted(
                  EffectText.number(s.q(), 1), EffectText.number(s.df(), 0), EffectText.p(s.p())));
    }
    return String.join(", ", parts);
  }

  /// The estimate without each arm, and as arms came in.
  static Sheet series(Pool pool, PoolChecks checks) {
    List<List<String>> rows = new ArrayList<>();
    checks.leaveOneOut().forEach(s -> rows.add(step("without " + named(s), s)));
    checks.cumulative().forEach(s -> rows.add(step("up to " + named(s), s)));
    return Sheet.of(
        "series-" + pool.id(),
        "Leave-one-out, and cumulative by year: % of patients (logits, REML, Knapp–Hartung)",
        List.of("Arms", "#Pooled, % [95 % interval]", "#I², %"),
        rows);
  }

  private static String named(PoolChecks.Step step) {
    return step.arm().name() + AnswerTables.marked(step.arm());
  }

  private static List<String> step(String what, PoolChecks.Step step) {
    return List.of(
        what, EffectText.of(step.estimate()), EffectText.number(step.estimate().spread().i2(), 0));
  }

  /// A sentence on heterogeneity and what the sensitivity analyses change.
  static String reading(Pool pool) {
    List<String> parts = new ArrayList<>();
    pool.estimate()
        .ifPresent(e ->
            parts.add(
                "Pooled %s; in a new study %s %%"
                    .formatted(EffectText.of(e), EffectText.prediction(e))));
    pool.analysis(Purpose.RANDOM_EFFECTS)
        .flatMap(Analysis::estimate)
        .ifPresent(
            e -> parts.add("I² %s %% by REML".formatted(EffectText.number(e.spread().i2(), 0))));
    long moved = pool.analyses().stream().filter(a -> a.purpose() == Purpose.SENSITIVITY).count();
    parts.add(moved == 0 ? "no sensitivity analysis applies" : "sensitivity analyses below");
    return String.join("; ", parts) + ".";
  }
}
