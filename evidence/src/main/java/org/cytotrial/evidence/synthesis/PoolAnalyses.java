package org.cytotrial.evidence.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cytotrial.evidence.synthesis.Analysis.Command;
import org.cytotrial.evidence.synthesis.Analysis.Purpose;
import org.cytotrial.evidence.synthesis.Analysis.Sample;
import org.cytotrial.evidence.synthesis.Estimate.Scale;
import org.cytotrial.statistics.meta.Proportion;

/// The analyses of one pool: the binomial–normal model first, logits with random effects beside it,
/// then what changes when rows are left out, series are kept together, or subgroups are looked at.
final class PoolAnalyses {
  private static final List<String> GLMM = List.of("--measure", "PLO", "--method", "GLMM");
  private static final List<String> REML =
      List.of("--measure", "PLO", "--method", "REML", "--test", "knha");
  private static final List<String> LEVELS =
      List.of(
          "--measure",
          "PLO",
          "--method",
          "REML",
          "--columns",
          "xi=events,ni=patients",
          "--cluster",
          "series");

  private final String file;
  private final List<PoolRow> rows;
  private final List<Analysis> analyses = new ArrayList<>();

  private PoolAnalyses(String file, List<PoolRow> rows) {
    this.file = file;
    this.rows = rows;
  }

  /// How many series, which share no patients as far as is recorded, the rows come from.
  static int studies(List<PoolRow> rows) {
    return (int) rows.stream().map(r -> r.arm().series()).distinct().count();
  }

  /// All that make sense for the rows.
  ///
  /// @param file the exported table
  /// @param subgroups columns
  static List<Analysis> of(String file, List<PoolRow> rows, List<String> subgroups) {
    var pool = new PoolAnalyses(file, rows);
    pool.add(Purpose.PRIMARY, "binomial–normal model (GLMM)", GLMM, rows);
    pool.add(Purpose.RANDOM_EFFECTS, "logits, random effects (REML, Knapp–Hartung)", REML, rows);
    pool.sensitivity("without overlapping series (weight 1 only)", "weight", "1");
    pool.sensitivity("printed counts only", "count", "printed");
    pool.sensitivity("headline read in a source only", "headline", "seen");
    pool.multilevel();
    subgroups.forEach(pool::subgroups);
    return List.copyOf(pool.analyses);
  }

  private void sensitivity(String what, String column, String value) {
    List<PoolRow> left = with(column, value);
    if (left.size() < rows.size()) {
      add(Purpose.SENSITIVITY, what, where(GLMM, column, value), left);
    }
  }

  private void multilevel() {
    if (studies(rows) < rows.size()) {
      add(Purpose.MULTILEVEL, "series kept together (three levels, whole counts)", LEVELS, rows);
    }
  }

  private void subgroups(String column) {
    Set<String> values = new LinkedHashSet<>();
    rows.forEach(r -> values.add(r.value(column)));
    if (values.size() > 1) {
      for (String value : values) {
        add(
            Purpose.SUBGROUP,
            column + ": " + value,
            where(GLMM, column, value),
            with(column, value));
      }
    }
  }

  private List<PoolRow> with(String column, String value) {
    return rows.stream().filter(r -> r.value(column).equals(value)).toList();
  }

  private static List<String> where(List<String> arguments, String column, String value) {
    List<String> longer = new ArrayList<>(arguments);
    longer.add("--where");
    longer.add(column + "=" + value);
    return longer;
  }

  private void add(Purpose purpose, String what, List<String> arguments, List<PoolRow> some) {
    Sample sample = sample(some);
    Analysis plan =
        new Analysis(purpose, what, new Command(file, arguments), sample, Optional.empty(), "");
    analyses.add(
        sample.studies() < Pool.FEWEST_STUDIES
            ? plan.without(
                "not pooled: %d of at least %d studies"
                    .formatted(sample.studies(), Pool.FEWEST_STUDIES))
            : attempt(plan, () -> estimate(purpose, some)));
  }

  /// With its estimate, or with the reason why there is none.
  static Analysis attempt(Analysis plan, Supplier<Estimate> estimate) {
    try {
      return new Analysis(
          plan.purpose(),
          plan.what(),
          plan.command(),
          plan.sample(),
          Optional.of(estimate.get()),
          "");
    } catch (ArithmeticException e) {
      return plan.without("no result: " + e.getMessage());
    }
  }

  private static Estimate estimate(Purpose purpose, List<PoolRow> some) {
    List<Proportion> weighted = some.stream().map(PoolRow::weighted).toList();
    return switch (purpose) {
      case RANDOM_EFFECTS -> Pooling.random(Scale.PERCENT, Pooling.logits(weighted));
      case MULTILEVEL ->
          Pooling.threeLevel(
              some.stream().map(PoolRow::whole).toList(),
              some.stream().map(r -> r.arm().series()).toList());
      case PRIMARY, SENSITIVITY, SUBGROUP, CONTRAST -> Pooling.binomial(weighted);
    };
  }

  private static Sample sample(List<PoolRow> some) {
    return new Sample(
        some.size(),
        studies(some),
        some.stream().mapToInt(r -> r.count().events()).sum(),
        some.stream().mapToInt(r -> r.count().patients()).sum());
  }
}
