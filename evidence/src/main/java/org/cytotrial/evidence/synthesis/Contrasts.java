package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.synthesis.Analysis.Command;
import org.cytotrial.evidence.synthesis.Analysis.Purpose;
import org.cytotrial.evidence.synthesis.Analysis.Sample;
import org.cytotrial.evidence.synthesis.Contrast.Question;
import org.cytotrial.evidence.synthesis.Estimate.Scale;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.statistics.meta.EffectEstimate;
import org.cytotrial.statistics.meta.StudyEffects;
import org.cytotrial.statistics.meta.TwoByTwo;
import org.cytotrial.statistics.meta.ZeroCells;

/// What arms of the same trial say about each other, and what pooling such contrasts gives.
///
/// @param results each with its risk ratio; one without events in either arm has none
/// @param pooled contrasts that tell the same, from three randomised trials on
public record Contrasts(List<Result> results, List<Analysis> pooled, Sheet export) {
  static final String FILE = "contrasts";
  private static final List<OutcomeKind> KINDS =
      List.of(OutcomeKind.RESPONSE, OutcomeKind.COMPLETE_RESPONSE, OutcomeKind.GRADE3_ANY);
  private static final List<String> SINGLE = List.of("--measure", "RR", "--method", "EE");
  private static final List<String> REML =
      List.of("--measure", "RR", "--method", "REML", "--test", "knha");

  /// A contrast and its risk ratio.
  public record Result(Contrast contrast, Analysis analysis) {}

  static Contrasts of(List<EvidenceArm> arms) {
    List<Contrast> all = new ArrayList<>();
    Map<String, List<EvidenceArm>> trials = new LinkedHashMap<>();
    arms.forEach(a -> trials.computeIfAbsent(a.study(), _ -> new ArrayList<>()).add(a));
    for (List<EvidenceArm> trial : trials.values()) {
      for (int i = 0; i < trial.size(); i++) {
        for (int j = i + 1; j < trial.size(); j++) {
          add(all, trial.get(i), trial.get(j));
        }
      }
    }
    return new Contrasts(
        all.stream().map(c -> new Result(c, single(c))).toList(), pooled(all), export(all));
  }

  private static void add(List<Contrast> all, EvidenceArm one, EvidenceArm other) {
    Optional<Question> question = question(one, other);
    boolean isTurned = question.isEmpty();
    EvidenceArm first = isTurned ? other : one;
    EvidenceArm second = isTurned ? one : other;
    Optional<Question> which = isTurned ? question(other, one) : question;
    for (OutcomeKind kind : KINDS) {
      if (which.isPresent()
          && CountReader.of(first.arm(), kind) instanceof Counted a
          && CountReader.of(second.arm(), kind) instanceof Counted b) {
        all.add(new Contrast(kind, which.get(), first, second, new Contrast.Counts(a, b)));
      }
    }
  }

  /// What the first tells against the second; empty where it is the other way round, or nothing.
  private static Optional<Question> question(EvidenceArm first, EvidenceArm second) {
    Stratum a = first.stratum();
    Stratum b = second.stratum();
    boolean isComparable =
        a.cancer().equals(b.cancer()) && a.endpointClass().equals(b.endpointClass());
    if (!isComparable || a.isComparator()) {
      return Optional.empty();
    }
    if (b.isComparator()) {
      return Optional.of(hasPartner(a, second) ? Question.ADDS_CYTOKINE : Question.AGAINST_CONTROL);
    }
    if (a.cytokine().equals(b.cytokine()) && a.isAlone() != b.isAlone()) {
      return a.isAlone() ? Optional.empty() : Optional.of(Question.ADDS_PARTNER);
    }
    return Optional.of(Question.AGAINST_EACH_OTHER);
  }

  /// Whether a comparator is the partner by itself.
  private static boolean hasPartner(Stratum combination, EvidenceArm comparator) {
    return !combination.isAlone()
        && (Partner.named(comparator.arm().drugs()).equals(combination.partner())
            || comparator.stratum().partner().equals(combination.partner()));
  }

  private static Analysis single(Contrast contrast) {
    Analysis plan =
        new Analysis(
            Purpose.CONTRAST,
            contrast.question().words(),
            new Command(
                FILE + ".csv", PoolChecks.with(SINGLE, "--where", "contrast=" + contrast.id())),
            new Sample(1, 1, events(contrast), patients(contrast)),
            Optional.empty(),
            "");
    return contrast.isRandomised()
        ? PoolAnalyses.attempt(plan, () -> Pooling.single(riskRatio(contrast)))
        : plan.without("not compared: no row says that patients were drawn by lot");
  }

  /// @throws ArithmeticException if neither arm has an event
  private static EffectEstimate riskRatio(Contrast contrast) {
    TwoByTwo table = contrast.counts().table();
    if (table.isWithoutEvents()) {
      throw new ArithmeticException("no events in either arm");
    }
    return ZeroCells.HALF_TO_ZERO.applyTo(List.of(table)).getFirst().riskRatio();
  }

  private static List<Analysis> pooled(List<Contrast> all) {
    Map<String, List<Contrast>> groups = new LinkedHashMap<>();
    all.stream()
        .filter(c -> c.isRandomised() && c.isPoolable() && !c.counts().table().isWithoutEvents())
        .filter(c -> c.question().isOfCombination())
        .forEach(c -> groups.computeIfAbsent(c.group(), _ -> new ArrayList<>()).add(c));
    List<Analysis> pooled = new ArrayList<>();
    groups.forEach((group, some) -> {
      long trials = some.stream().map(c -> c.first().study()).distinct().count();
      if (trials >= Pool.FEWEST_STUDIES && trials == some.size()) {
        pooled.add(pool(group, some));
      }
    });
    return List.copyOf(pooled);
  }

  private static Analysis pool(String group, List<Contrast> some) {
    Contrast one = some.getFirst();
    Analysis plan =
        new Analysis(
            Purpose.PRIMARY,
            "%s: %s, %s"
                .formatted(
                    one.kind().label(), one.question().words(), one.first().stratum().label()),
            new Command(FILE + ".csv", PoolChecks.with(REML, "--where", "pool=" + group)),
            new Sample(
                some.size(),
                some.size(),
                some.stream().mapToInt(Contrasts::events).sum(),
                some.stream().mapToInt(Contrasts::patients).sum()),
            Optional.empty(),
            "");
    List<EffectEstimate> effects = some.stream().map(Contrasts::riskRatio).toList();
    return PoolAnalyses.attempt(plan, () -> Pooling.random(Scale.RATIO, StudyEffects.of(effects)));
  }

  private static int events(Contrast c) {
    return c.counts().first().events() + c.counts().second().events();
  }

  private static int patients(Contrast c) {
    return c.counts().first().patients() + c.counts().second().patients();
  }

  private static Sheet export(List<Contrast> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Contrast c : all) {
      boolean isPooled = c.isRandomised() && c.isPoolable() && c.question().isOfCombination();
      rows.add(
          List.of(
              c.first().study(),
              c.id(),
              isPooled ? c.group() : "",
              c.kind().id(),
              c.question().words(),
              c.first().name(),
              c.second().name(),
              Integer.toString(c.counts().first().events()),
              Integer.toString(c.counts().first().patients()),
              Integer.toString(c.counts().second().events()),
              Integer.toString(c.counts().second().patients()),
              c.isRandomised() ? "yes" : "not said in the row",
              c.first().headline().word(),
              c.second().headline().word()));
    }
    return Sheet.plain(
        FILE,
        List.of(
            "study",
            "contrast",
            "pool",
            "outcome",
            "question",
            "arm_1",
            "arm_2",
            "ai",
            "n1i",
            "ci",
            "n2i",
            "randomised",
            "headline_1",
            "headline_2"),
        rows);
  }
}
