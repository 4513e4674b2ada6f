package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.cytotrial.evidence.synthesis.Analysis;
import org.cytotrial.evidence.synthesis.Analysis.Purpose;
import org.cytotrial.evidence.synthesis.Estimate;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.PoolRow;
import org.cytotrial.evidence.synthesis.Synthesis;
import org.cytotrial.report.figure.EvidenceMapFigure;
import org.cytotrial.report.figure.ForestFigure;
import org.cytotrial.report.figure.ForestFigure.Group;
import org.cytotrial.report.figure.ForestFigure.Kind;
import org.cytotrial.report.figure.ForestFigure.Limits;
import org.cytotrial.report.figure.ForestFigure.Pooled;
import org.cytotrial.report.figure.ForestFigure.Study;
import org.cytotrial.report.figure.FunnelFigure;
import org.cytotrial.report.figure.Measure;
import org.cytotrial.report.html.HtmlTable;
import org.cytotrial.statistics.interval.Interval;
import org.cytotrial.statistics.interval.WilsonInterval;

/// The figures of a review's report.
final class ReviewFigures {
  /// The prefix of the anchors of arms.
  static final String ARM = "arm-";

  private static final List<String> COLUMNS = List.of("Events / n", "Count");

  private ReviewFigures() {}

  /// The arms of a pool, and what pooling gives.
  static ForestFigure forest(Pool pool) {
    List<Study> studies = new ArrayList<>();
    pool.rows().forEach(row -> studies.add(study(row.arm(), row.count(), Kind.STUDY)));
    for (EvidenceArm arm : pool.listed()) {
      if (Synthesis.count(arm, pool.kind()) instanceof Counted count) {
        studies.add(study(arm, count, Kind.NOT_POOLED));
      }
    }
    List<Pooled> overall = new ArrayList<>();
    add(overall, pool, Purpose.PRIMARY, "Binomial–normal model (GLMM)");
    add(overall, pool, Purpose.RANDOM_EFFECTS, "Logits (REML, Knapp–Hartung)");
    add(overall, pool, Purpose.MULTILEVEL, "Series kept together (three levels)");
    return new ForestFigure(
        EffectText.title(pool.kind().label()) + ": " + pool.stratum().label(),
        Measure.percent(EffectText.title(pool.kind().label()) + " (% of patients)"),
        COLUMNS,
        List.of(new Group("", studies, Optional.empty())),
        overall,
        notes(pool));
  }

  /// An arm with its own interval.
  static Study study(EvidenceArm arm, Counted count, Kind kind) {
    Interval interval = WilsonInterval.of(count.events(), count.patients());
    return new Study(
        arm.name() + sign(arm),
        List.of(EffectText.fraction(count), count.origin().word()),
        Optional.of(
            new org.cytotrial.report.figure.Estimate(
                count.percent(), 100 * interval.lower(), 100 * interval.upper())),
        OptionalDouble.empty(),
        kind);
  }

  private static String sign(EvidenceArm arm) {
    String overlaps = arm.isPoolable() && arm.arm().fitWeight() < 1 ? " ½" : "";
    return arm.headline() == EvidenceArm.Headline.SEEN ? overlaps : overlaps + " †";
  }

  private static List<String> notes(Pool pool) {
    List<EvidenceArm> arms = new ArrayList<>(pool.listed());
    pool.rows().forEach(row -> arms.add(row.arm()));
    List<String> notes = new ArrayList<>();
    if (arms.stream().anyMatch(a -> sign(a).contains("½"))) {
      notes.add("½ overlaps other series; its counts enter times its weight.");
    }
    if (arms.stream().anyMatch(a -> sign(a).contains("†"))) {
      notes.add("† headline from memory or not printed: not read in a source.");
    }
    return notes;
  }

  private static void add(List<Pooled> overall, Pool pool, Purpose purpose, String name) {
    Optional<Estimate> estimate = pool.analysis(purpose).flatMap(Analysis::estimate);
    if (estimate.isPresent()) {
      Estimate e = estimate.get();
      Interval interval = e.readInterval();
      overall.add(
          new Pooled(
              name,
              COLUMNS.stream().map(_ -> "").toList(),
              new org.cytotrial.report.figure.Estimate(
                  e.read(), interval.lower(), interval.upper()),
              e.readPrediction().map(i -> new Limits(i.lower(), i.upper())),
              note(e)));
    }
  }

  private static String note(Estimate e) {
    String tau = "τ² = " + EffectText.number(e.spread().tau2(), 3);
    return Double.isFinite(e.spread().i2())
        ? tau
            + ", I² = %s %%, Q = %s (%s df, p %s)"
                .formatted(
                    EffectText.number(e.spread().i2(), 0),
                    EffectText.number(e.spread().q(), 1),
                    EffectText.number(e.spread().df(), 0),
                    EffectText.p(e.spread().p()))
        : tau;
  }

  /// Logits against their standard errors, for pools of five arms and more.
  static Optional<FunnelFigure> funnel(Pool pool) {
    Optional<Estimate> centre = pool.analysis(Purpose.RANDOM_EFFECTS).flatMap(Analysis::estimate);
    if (pool.rows().size() < 5 || centre.isEmpty()) {
      return Optional.empty();
    }
    List<FunnelFigure.Point> points = new ArrayList<>();
    for (PoolRow row : pool.rows()) {
      points.add(
          new FunnelFigure.Point(
              row.arm().name(),
              row.logit().yi(),
              Math.sqrt(row.logit().vi()),
              FunnelFigure.Kind.STUDY));
    }
    return Optional.of(
        new FunnelFigure(
            "Funnel: " + pool.kind().label() + ", " + pool.stratum().label(),
            new Measure(
                "Logit of the proportion", "95 % CI", 2, false, OptionalDouble.empty(), "", ""),
            centre.get().value(),
            List.of(new FunnelFigure.Region("95 % pseudo-confidence region", 1.96)),
            points));
  }

  /// Which cytokine was tried against which cancer, in which format.
  static EvidenceMapFigure map(Synthesis synthesis) {
    List<EvidenceMapFigure.Study> studies = new ArrayList<>();
    for (EvidenceArm arm : synthesis.arms()) {
      if (!arm.stratum().isComparator()) {
        String format = arm.cell("format");
        studies.add(
            new EvidenceMapFigure.Study(
                arm.name() + sign(arm),
                HtmlTable.anchor(ARM, arm.name()),
                arm.stratum().cytokine(),
                arm.stratum().cancer(),
                format.isEmpty() ? "not recorded" : format,
                arm.arm().n()));
      }
    }
    return new EvidenceMapFigure("Evidence map: cytokine by cancer", studies);
  }

  /// Every figure as a file.
  static SequencedMap<String, String> files(Synthesis synthesis) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    for (Pool pool : synthesis.pools()) {
      if (pool.isPooled()) {
        files.put("forest-" + pool.id() + ".svg", forest(pool).svg());
        funnel(pool).ifPresent(f -> files.put("funnel-" + pool.id() + ".svg", f.svg()));
      }
    }
    List<String> pages = map(synthesis).pages();
    for (int i = 0; i < pages.size(); i++) {
      files.put("evidence-map-" + (i + 1) + ".svg", pages.get(i));
    }
    return files;
  }
}
