package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.synthesis.Analysis.Purpose;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.evidence.synthesis.EventCount.Origin;
import org.cytotrial.evidence.synthesis.EvidenceArm.Headline;
import org.cytotrial.statistics.interval.Interval;

/// Sentences on what limits a synthesis, each made from what was counted or measured in it.
final class Limitations {
  private static final double LARGE_I2 = 50;

  private final Synthesis synthesis;
  private final List<String> sentences = new ArrayList<>();

  private Limitations(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  static List<String> of(Synthesis synthesis) {
    var limits = new Limitations(synthesis);
    limits.amount();
    limits.memory();
    limits.counts();
    limits.missing();
    limits.overlap();
    limits.heterogeneity();
    limits.prediction();
    limits.change();
    limits.smallStudies();
    limits.comparisons();
    limits.judgements();
    return List.copyOf(limits.sentences);
  }

  private long arms(java.util.function.Predicate<EvidenceArm> which) {
    return synthesis.arms().stream().filter(which).count();
  }

  private List<Pool> pooled() {
    return synthesis.pools().stream().filter(Pool::isPooled).toList();
  }

  private void amount() {
    List<Pool> treated =
        synthesis.pools().stream().filter(p -> !p.stratum().isComparator()).toList();
    sentences.add(
        String.format(
            Locale.ROOT,
            "Amount: of %d outcomes in strata with a cytokine, %d rest on at least %d studies and"
                + " are pooled; %d have too little evidence and are listed.",
            treated.size(),
            pooled().size(),
            Pool.FEWEST_STUDIES,
            treated.size() - pooled().size()));
  }

  private void memory() {
    int all = synthesis.arms().size();
    long memory = arms(a -> a.headline() == Headline.RECALLED);
    long unprinted = arms(a -> a.headline() == Headline.NOT_PRINTED);
    long fields = arms(a -> !a.cell("recalled_fields").isEmpty());
    sentences.add(
        String.format(
            Locale.ROOT,
            "Sources: the headline outcome of %d of %d arms is from memory and was not read in a"
                + " source, that of %d is not printed in the source; %d arms have at least one cell"
                + " from memory.",
            memory,
            all,
            unprinted,
            fields));
  }

  private void counts() {
    int derived = 0;
    int recalled = 0;
    int rows = 0;
    for (Pool pool : pooled()) {
      rows += pool.rows().size();
      derived += count(pool, Origin.DERIVED);
      recalled += count(pool, Origin.RECALLED);
    }
    sentences.add(
        String.format(
            Locale.ROOT,
            "Counts: of %d counts in pools, %d were derived from a percentage and %d rest on a"
                + " number from memory; the sensitivity analyses leave both out.",
            rows,
            derived,
            recalled));
  }

  private static int count(Pool pool, Origin origin) {
    return (int) pool.rows().stream().filter(r -> r.count().origin() == origin).count();
  }

  private void missing() {
    int all = synthesis.arms().size();
    List<String> parts = new ArrayList<>();
    parts.add("the number of patients in " + arms(a -> a.arm().n().isEmpty()));
    for (OutcomeKind kind : List.of(OutcomeKind.RESPONSE, OutcomeKind.GRADE3_ANY)) {
      parts.add(
          "a count of %s in %d"
              .formatted(
                  kind.label(), arms(a -> !(CountReader.of(a.arm(), kind) instanceof Counted))));
    }
    parts.add("median progression-free survival in " + arms(a -> a.arm().pfsMonths().isEmpty()));
    parts.add("median survival in " + arms(a -> a.arm().osMonths().isEmpty()));
    sentences.add(
        String.format(
            Locale.ROOT,
            "Missing: of %d arms there is not known %s.",
            all,
            String.join(", ", parts)));
    sentences.add(
        String.format(
            Locale.ROOT,
            "Time: medians stand without intervals or numbers at risk, so no duration is pooled;"
                + " hazard ratios are quoted as printed."));
  }

  private void overlap() {
    long half = arms(a -> a.arm().fitWeight() > 0 && a.arm().fitWeight() < 1);
    long none = arms(a -> a.arm().fitWeight() == 0);
    sentences.add(
        String.format(
            Locale.ROOT,
            "Overlap: %d arms overlap other series and enter with their counts times their weight;"
                + " for %d of them no series was recorded, so the rows that share patients are not"
                + " known. %d arms are context only and stand in tables alone.",
            half,
            arms(a ->
                a.arm().fitWeight() > 0 && a.arm().fitWeight() < 1 && a.series().equals(a.study())),
            none));
  }

  private void heterogeneity() {
    List<String> large = new ArrayList<>();
    int none = 0;
    for (Pool pool : pooled()) {
      pool.analysis(Purpose.RANDOM_EFFECTS)
          .flatMap(Analysis::estimate)
          .filter(e -> e.spread().i2() >= LARGE_I2)
          .ifPresent(e ->
              large.add(named(pool) + String.format(Locale.ROOT, ": %.0f %%", e.spread().i2())));
      none += pool.estimate().filter(e -> e.spread().tau2() < 1e-6).isPresent() ? 1 : 0;
    }
    sentences.add(
        "Heterogeneity: I² is %d %% or more in %d of %d results (%s). In %d the model finds no variance between studies; with so few studies that is no sign of agreement, and the prediction interval is then too narrow."
            .formatted((int) LARGE_I2, large.size(), pooled().size(), list(large), none));
  }

  private static String named(Pool pool) {
    return pool.kind().label() + ", " + pool.stratum().treatment() + ", " + pool.stratum().cancer();
  }

  private static String list(List<String> items) {
    return items.isEmpty() ? "none" : String.join("; ", items);
  }

  private void prediction() {
    List<String> wide = new ArrayList<>();
    for (Pool pool : pooled()) {
      Optional<Interval> range = pool.estimate().flatMap(Estimate::readPrediction);
      if (range.isPresent() && range.get().upper() > 2 * range.get().lower()) {
        wide.add(
            named(pool)
                + String.format(
                    Locale.ROOT, ": %.1f to %.1f %%", range.get().lower(), range.get().upper()));
      }
    }
    sentences.add(
        "Prediction: in %d of %d results a new study may show less than half, or more than twice, of what another shows (%s); no claim on a single trial is tighter than that."
            .formatted(wide.size(), pooled().size(), list(wide)));
  }

  private void change() {
    Map<String, List<String>> without = new LinkedHashMap<>();
    for (Pool pool : pooled()) {
      for (Analysis analysis : pool.analyses()) {
        boolean isSensitivity =
            analysis.purpose() == Purpose.SENSITIVITY || analysis.purpose() == Purpose.MULTILEVEL;
        if (isSensitivity && analysis.estimate().isEmpty()) {
          without.computeIfAbsent(analysis.what(), _ -> new ArrayList<>()).add(named(pool));
        }
      }
    }
    without.forEach((what, results) ->
        sentences.add(
            "Sensitivity: %s: in %d of %d results too few studies are left to pool, or there is no result (%s)."
                .formatted(what, results.size(), pooled().size(), list(results))));
  }

  private void smallStudies() {
    long tested =
        pooled().stream().filter(p -> p.checks().orElseThrow().smallStudies().isPresent()).count();
    sentences.add(
        String.format(
            Locale.ROOT,
            "Small studies: tests for small-study effects and asymmetry of funnels make sense from"
                + " %d studies on; %d of %d pools have that many, so publication bias can be"
                + " neither shown nor excluded in the others.",
            PoolChecks.FEWEST_FOR_BIAS,
            tested,
            pooled().size()));
  }

  private void comparisons() {
    List<Contrast> combined =
        synthesis.contrasts().results().stream()
            .map(Contrasts.Result::contrast)
            .filter(c -> c.question().isOfCombination())
            .toList();
    long trials =
        combined.stream()
            .filter(Contrast::isRandomised)
            .map(c -> c.first().study())
            .distinct()
            .count();
    sentences.add(
        String.format(
            Locale.ROOT,
            "Combinations: arms of one trial with and without a partner exist in %d randomised"
                + " trials; %d combinations stand in single arms, of which part of the responders"
                + " may have responded to one drug alone.",
            trials,
            arms(a -> !a.stratum().isAlone() && !a.stratum().isComparator())));
  }

  private void judgements() {
    sentences.add(
        String.format(
            Locale.ROOT,
            "Judgements: %d on risk of bias and %d on certainty were recorded by people; what"
                + " nobody judged reads “not assessed”.",
            synthesis.forms().bias().size(),
            synthesis.forms().certainty().size()));
  }
}
