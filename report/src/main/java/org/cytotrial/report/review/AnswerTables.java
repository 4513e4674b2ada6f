package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.cytotrial.evidence.synthesis.Contrast;
import org.cytotrial.evidence.synthesis.Contrasts;
import org.cytotrial.evidence.synthesis.EventCount;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.OutcomeKind;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.Sheet;
import org.cytotrial.evidence.synthesis.Stratum;
import org.cytotrial.evidence.synthesis.Synthesis;

/// The answers of a review: for each cytokine, cancer, partner and class of endpoint what is known
/// of response, durability and toxicity, and how sure one can be.
final class AnswerTables {
  private static final List<String> COLUMNS =
      List.of(
          "Cancer, endpoint",
          "Given",
          "Objective response",
          "Complete response",
          "Durability: median PFS and OS, months",
          "Any toxicity of grade ≥ 3",
          "Certainty (GRADE)");

  private final Synthesis synthesis;
  private final ResultNames names;

  AnswerTables(Synthesis synthesis, ResultNames names) {
    this.synthesis = synthesis;
    this.names = names;
  }

  /// A table for each cytokine.
  Map<String, Sheet> byCytokine() {
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    for (Stratum stratum : strata()) {
      rows.computeIfAbsent(stratum.cytokine(), _ -> new ArrayList<>()).add(row(stratum));
    }
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    rows.forEach((cytokine, some) ->
        sheets.put(
            cytokine,
            Sheet.of(
                "answers-"
                    + cytokine.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                cytokine + ": what is known",
                COLUMNS,
                some)));
    return sheets;
  }

  /// Pooled responses side by side, by cancer.
  Sheet byCancer() {
    List<List<String>> rows = new ArrayList<>();
    List<Pool> pooled = new ArrayList<>(synthesis.pools().stream().filter(Pool::isPooled).toList());
    pooled.sort(
        java.util.Comparator.comparing((Pool p) -> p.stratum().cancer()).thenComparing(Pool::kind));
    for (Pool pool : pooled) {
      rows.add(
          List.of(
              pool.stratum().cancer(),
              pool.stratum().treatment(),
              pool.kind().label(),
              pool.stratum().classWords(),
              pool.estimate().map(EffectText::of).orElse(pool.analyses().getFirst().trouble()),
              pool.estimate().map(EffectText::prediction).orElse(EffectText.NOTHING),
              from(pool),
              synthesis.forms().overall(pool.id()),
              names.of(pool)));
    }
    return Sheet.of(
        "answers-by-cancer",
        "Pooled results by cancer: % of patients, 95 % interval; in a new study, % (95 % prediction"
            + " interval)",
        List.of(
            "Cancer",
            "Treatment",
            "Outcome",
            "Endpoint",
            "#Pooled, %",
            "#In a new study, %",
            "From",
            "Certainty",
            "Result"),
        rows);
  }

  /// What combinations add, from arms of one trial whose patients were drawn by lot.
  Sheet combinations() {
    List<List<String>> rows = new ArrayList<>();
    for (Contrasts.Result result : synthesis.contrasts().results()) {
      Contrast c = result.contrast();
      if (c.question().isOfCombination() && result.analysis().estimate().isPresent()) {
        rows.add(
            List.of(
                c.first().stratum().cancer(),
                c.first().arm().drugs() + " against " + c.second().arm().drugs(),
                c.kind().label(),
                EffectText.result(result.analysis()),
                "1 trial: " + c.first().study(),
                c.question().words(),
                c.first().name()
                    + marked(c.first())
                    + ", "
                    + c.second().name()
                    + marked(c.second())));
      }
    }
    return Sheet.of(
        "answers-combinations",
        "What combinations add: risk ratio with 95 % interval, from randomised arms of one trial",
        List.of("Cancer", "Comparison", "Outcome", "#Risk ratio", "From", "It tells", "Arms"),
        rows);
  }

  /// How sure one can be, from what was measured and judged.
  List<String> sureness() {
    List<Pool> pooled = synthesis.pools().stream().filter(Pool::isPooled).toList();
    long all = synthesis.pools().stream().filter(p -> !p.stratum().isComparator()).count();
    long judged =
        pooled.stream()
            .filter(p -> !synthesis.forms().overall(p.id()).equals("not assessed"))
            .count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d of %d outcomes have enough studies to pool; for the others there is not enough evidence."
            .formatted(pooled.size(), all));
    lines.add(
        "Certainty was assessed for %d of %d pooled results; the others are not assessed."
            .formatted(judged, pooled.size()));
    lines.addAll(synthesis.limitations().stream().filter(AnswerTables::isOnTrust).toList());
    return lines;
  }

  private static boolean isOnTrust(String limitation) {
    return limitation.startsWith("Heterogeneity")
        || limitation.startsWith("Counts")
        || limitation.startsWith("Small studies");
  }

  private Set<Stratum> strata() {
    var strata = new TreeSet<Stratum>();
    synthesis.arms().stream()
        .map(EvidenceArm::stratum)
        .filter(s -> !s.isComparator())
        .forEach(strata::add);
    return strata;
  }

  private List<String> row(Stratum stratum) {
    return List.of(
        stratum.cancer() + "\n" + stratum.classWords(),
        stratum.isAlone() ? "alone" : "with " + stratum.partner(),
        cell(stratum, OutcomeKind.RESPONSE),
        cell(stratum, OutcomeKind.COMPLETE_RESPONSE),
        durability(stratum),
        cell(stratum, OutcomeKind.GRADE3_ANY),
        certainty(stratum));
  }

  private String cell(Stratum stratum, OutcomeKind kind) {
    return synthesis.pool(kind, stratum).map(this::cell).orElse("no arm reports it");
  }

  /// How many arms and studies, and how many arms whose headline was not read in a source.
  private static String from(Pool pool) {
    long unread =
        pool.rows().stream().filter(r -> r.arm().headline() != EvidenceArm.Headline.SEEN).count();
    String all = "%d arms, %d studies".formatted(pool.rows().size(), pool.studies());
    return unread == 0 ? all : all + "; headline of %d not read in a source".formatted(unread);
  }

  private String cell(Pool pool) {
    if (pool.isPooled()) {
      return pool.estimate()
          .map(e ->
              "%s\nnew study %s\n%s (%s)"
                  .formatted(
                      EffectText.of(e), EffectText.prediction(e), from(pool), names.of(pool)))
          .orElse(pool.analyses().getFirst().trouble());
    }
    List<String> lines = new ArrayList<>();
    lines.add("not enough evidence");
    pool.rows().forEach(row -> lines.add(own(pool, row.arm())));
    pool.listed().forEach(arm -> lines.add(own(pool, arm)));
    return String.join("\n", lines);
  }

  private static String own(Pool pool, EvidenceArm arm) {
    String number =
        switch (Synthesis.count(arm, pool.kind())) {
          case EventCount.Counted c ->
              "%s (%s)".formatted(EffectText.of(c), EffectText.fraction(c));
          case EventCount.Described d -> d.words() + " (" + d.why() + ")";
          case EventCount.Absent _ -> EffectText.NOTHING;
        };
    return number + " " + arm.name() + marked(arm);
  }

  /// What must be said of an arm wherever it stands.
  static String marked(EvidenceArm arm) {
    return arm.marks().isEmpty() ? "" : " (" + String.join("; ", arm.marks()) + ")";
  }

  private String durability(Stratum stratum) {
    List<EvidenceArm> arms =
        synthesis.arms().stream().filter(a -> a.stratum().equals(stratum)).toList();
    List<String> lines = new ArrayList<>();
    range(arms, "PFS", a -> a.arm().pfsMonths()).ifPresent(lines::add);
    range(arms, "OS", a -> a.arm().osMonths()).ifPresent(lines::add);
    return lines.isEmpty() ? "no median known" : String.join("\n", lines) + "\nnot pooled";
  }

  private static Optional<String> range(
      List<EvidenceArm> arms, String what, Function<EvidenceArm, OptionalDouble> median) {
    double[] known =
        arms.stream()
            .filter(a -> median.apply(a).isPresent())
            .mapToDouble(a -> median.apply(a).getAsDouble())
            .sorted()
            .toArray();
    if (known.length == 0) {
      return Optional.empty();
    }
    String low = EffectText.number(known[0], 1);
    String high = EffectText.number(known[known.length - 1], 1);
    return Optional.of(
        "%s %s (%d %s)"
            .formatted(
                what,
                known.length == 1 ? low : low + " to " + high,
                known.length,
                known.length == 1 ? "arm" : "arms"));
  }

  private String certainty(Stratum stratum) {
    List<String> said = new ArrayList<>();
    synthesis.pools().stream()
        .filter(p -> p.stratum().equals(stratum) && p.isPooled())
        .forEach(p -> said.add(synthesis.forms().overall(p.id())));
    return said.isEmpty() ? "not assessed" : String.join("\n", said.stream().distinct().toList());
  }
}
