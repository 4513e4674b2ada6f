package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cytotrial.evidence.synthesis.Contrast;
import org.cytotrial.evidence.synthesis.Contrasts;
import org.cytotrial.evidence.synthesis.EventCount;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.OutcomeKind;
import org.cytotrial.evidence.synthesis.Pool;
import org.cytotrial.evidence.synthesis.Sheet;
import org.cytotrial.evidence.synthesis.Synthesis;

/// Tables of what is listed rather than pooled: durability, toxicity, combinations, every arm.
final class ListedTables {
  private final Synthesis synthesis;

  ListedTables(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  private static String mark(EvidenceArm arm) {
    return EffectText.orNothing(Optional.of(String.join("; ", arm.marks())));
  }

  private static String months(OptionalDouble value, EvidenceArm arm, String column) {
    if (value.isPresent()) {
      return EffectText.number(value.getAsDouble(), 1);
    }
    return EffectText.orNothing(Optional.of(arm.cell(column)));
  }

  /// Medians and words on durability.
  Sheet durability() {
    List<List<String>> rows = new ArrayList<>();
    for (EvidenceArm arm : synthesis.arms()) {
      String pfs = months(arm.arm().pfsMonths(), arm, "median_pfs_mo");
      String os = months(arm.arm().osMonths(), arm, "median_os_mo");
      String words = arm.cell("other_endpoint");
      if (pfs.equals(EffectText.NOTHING) && os.equals(EffectText.NOTHING) && words.isEmpty()) {
        continue;
      }
      rows.add(
          List.of(
              arm.stratum().cytokine(),
              arm.stratum().cancer(),
              arm.name(),
              arm.arm().drugs(),
              pfs,
              os,
              EffectText.orNothing(Optional.of(words)),
              mark(arm)));
    }
    return Sheet.of(
        "durability",
        "Durability and survival as reported: medians in months, other measures in the words of the"
            + " table; nothing is pooled, as no median has an interval",
        List.of(
            "Cytokine",
            "Cancer",
            "Arm",
            "Drugs",
            "#Median without progression",
            "#Median survival",
            "Also reported",
            "To know"),
        rows);
  }

  /// Toxicity of grade 3 or more, as counts where there are any, else as words.
  Sheet toxicity() {
    List<List<String>> rows = new ArrayList<>();
    for (EvidenceArm arm : synthesis.arms()) {
      Map<OutcomeKind, String> cells = new LinkedHashMap<>();
      for (OutcomeKind kind : OutcomeKind.values()) {
        String cell = kind.isToxicity() ? toxicity(arm, kind) : "";
        if (!cell.isEmpty()) {
          cells.put(kind, cell);
        }
      }
      String other = arm.cell("g3_other");
      String deaths = arm.cell("tr_deaths");
      if (!cells.isEmpty() || !other.isEmpty() || !deaths.isEmpty()) {
        rows.add(row(arm, cells, other, deaths));
      }
    }
    return Sheet.of(
        "toxicity",
        "Toxicity of grade ≥ 3, % of patients (count, 95 % Wilson interval) or the words of the"
            + " table; deaths attributed to treatment",
        List.of(
            "Cytokine", "Cancer", "Arm", "Any", "By kind", "Also reported", "Deaths", "To know"),
        rows);
  }

  private static List<String> row(
      EvidenceArm arm, Map<OutcomeKind, String> cells, String other, String deaths) {
    List<String> kinds = new ArrayList<>();
    cells.forEach((kind, text) -> {
      if (kind != OutcomeKind.GRADE3_ANY) {
        kinds.add(kind.label().replace(" of grade ≥ 3", "") + ": " + text);
      }
    });
    return List.of(
        arm.stratum().cytokine(),
        arm.stratum().cancer(),
        arm.name(),
        cells.getOrDefault(OutcomeKind.GRADE3_ANY, EffectText.NOTHING),
        EffectText.orNothing(Optional.of(String.join("\n", kinds))),
        EffectText.orNothing(Optional.of(other)),
        EffectText.orNothing(Optional.of(deaths)),
        mark(arm));
  }

  private static String toxicity(EvidenceArm arm, OutcomeKind kind) {
    return switch (Synthesis.count(arm, kind)) {
      case EventCount.Counted c ->
          "%s (%s, %s)".formatted(EffectText.of(c), EffectText.fraction(c), EffectText.origin(c));
      case EventCount.Described d -> d.words() + " (" + d.why() + ")";
      case EventCount.Absent _ -> "";
    };
  }

  /// Comparisons within trials.
  ///
  /// @param isOfCombination of a combination with its parts, or the others
  Sheet contrasts(boolean isOfCombination) {
    List<List<String>> rows = new ArrayList<>();
    for (Contrasts.Result result : synthesis.contrasts().results()) {
      Contrast c = result.contrast();
      if (c.question().isOfCombination() == isOfCombination) {
        rows.add(
            List.of(
                c.kind().label(),
                c.question().words(),
                side(c.first(), c.counts().first()),
                side(c.second(), c.counts().second()),
                EffectText.result(result.analysis()),
                c.isRandomised() ? "yes" : "not said in the row",
                c.first().stratum().cancer()));
      }
    }
    return Sheet.of(
        isOfCombination ? "combinations" : "other-contrasts",
        isOfCombination
            ? "What combinations add, from arms of one trial: risk ratio with 95 % interval where"
                + " patients were drawn by lot"
            : "Other comparisons within a trial: risk ratio with 95 % interval where patients were"
                + " drawn by lot",
        List.of("Outcome", "Question", "Arm", "Against", "#Risk ratio", "Randomised", "Cancer"),
        rows);
  }

  private static String side(EvidenceArm arm, EventCount.Counted count) {
    return "%s: %s (%s, %s)%s"
        .formatted(
            arm.name(),
            EffectText.of(count),
            EffectText.fraction(count),
            EffectText.origin(count),
            AnswerTables.marked(arm));
  }

  /// Combinations of which no arm without the partner stands in the same trial.
  Sheet described() {
    List<List<String>> rows = new ArrayList<>();
    for (EvidenceArm arm : synthesis.arms()) {
      boolean isCompared =
          synthesis.contrasts().results().stream()
              .map(Contrasts.Result::contrast)
              .anyMatch(c ->
                  c.question().isOfCombination()
                      && (c.first().name().equals(arm.name())
                          || c.second().name().equals(arm.name())));
      if (!arm.stratum().isAlone() && !arm.stratum().isComparator() && !isCompared) {
        rows.add(
            List.of(
                arm.stratum().treatment(),
                arm.stratum().cancer(),
                arm.name(),
                toxicityFree(arm, OutcomeKind.RESPONSE),
                alone(arm),
                mark(arm)));
      }
    }
    return Sheet.of(
        "combinations-described",
        "Combinations without an arm of the same trial to compare with: objective response, % of"
            + " patients with 95 % interval; what the partner adds cannot be told from them",
        List.of("Treatment", "Cancer", "Arm", "Response", "The cytokine alone, pooled", "To know"),
        rows);
  }

  private static String toxicityFree(EvidenceArm arm, OutcomeKind kind) {
    String text = toxicity(arm, kind);
    return text.isEmpty() ? EffectText.NOTHING : text;
  }

  private String alone(EvidenceArm arm) {
    return synthesis.pools().stream()
        .filter(p -> p.kind() == OutcomeKind.RESPONSE && p.stratum().isAlone())
        .filter(p -> p.stratum().cytokine().equals(arm.stratum().cytokine()))
        .filter(p -> p.stratum().cancer().equals(arm.stratum().cancer()))
        .filter(p -> p.stratum().endpointClass().equals(arm.stratum().endpointClass()))
        .flatMap(p -> p.estimate().stream())
        .map(EffectText::of)
        .findFirst()
        .orElse("not enough evidence");
  }

  /// Every accepted arm.
  Sheet arms() {
    List<List<String>> rows = new ArrayList<>();
    for (EvidenceArm arm : synthesis.arms()) {
      rows.add(
          List.of(
              arm.name(),
              arm.stratum().treatment() + ", " + arm.stratum().cancer(),
              arm.arm().drugs() + "; " + arm.cell("format"),
              EffectText.orNothing(Optional.of(arm.cell("regimen_text"))),
              EffectText.orNothing(Optional.of(arm.cell("setting"))),
              EffectText.orNothing(Optional.of(arm.cell("n_evaluable"))),
              arm.source() + "; source " + arm.arm().sourceQuality(),
              EffectText.orNothing(Optional.of(arm.cell("recalled_fields"))),
              EffectText.orNothing(Optional.of(String.join("; ", arm.remarks())))));
    }
    return Sheet.of(
        "included-arms",
        "Every accepted arm, with its source",
        List.of(
            "Arm",
            "Stratum",
            "Drugs, format",
            "Regimen",
            "Setting",
            "#n",
            "Source",
            "Cells from memory",
            "To know"),
        rows);
  }

  /// Outcomes that are too few to pool.
  Sheet tooLittle() {
    List<List<String>> rows = new ArrayList<>();
    for (Pool pool : synthesis.pools()) {
      if (!pool.isPooled() && !pool.stratum().isComparator()) {
        rows.add(
            List.of(
                pool.kind().label(),
                pool.stratum().treatment(),
                pool.stratum().cancer(),
                pool.stratum().classWords(),
                Integer.toString(pool.studies()),
                pool.tooLittle()));
      }
    }
    return Sheet.of(
        "not-enough-evidence",
        "Outcomes with too little evidence to pool",
        List.of("Outcome", "Treatment", "Cancer", "Endpoint", "#Studies", "Why"),
        rows);
  }
}
