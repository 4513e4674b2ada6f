package org.cytotrial.benchmarks.screening;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytotrial.evidence.screening.ScreeningReplay;
import org.cytotrial.evidence.screening.StoppingAdvice.Verdict;
import org.cytotrial.evidence.screening.StoppingRule;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;

/// When the stopping rule stops, and what it had found: twenty seeds a set, each with one relevant
/// and one irrelevant record drawn as priors.
final class StoppingMeasure {
  private static final int ENOUGH = 15;
  private static final int SEEDS = 20;
  private static final double WANTED = 0.95;

  /// The share of the records that, all irrelevant in a row, ends the screening by the rule of
  /// thumb.
  private static final int IN_A_ROW = 100;

  private final PrintStream out;
  private final List<Double> shares = new ArrayList<>();
  private final List<Double> thumbShares = new ArrayList<>();
  private int failures;
  private int thumbFailures;
  private int uncertified;
  private int few;

  StoppingMeasure(PrintStream out) {
    this.out = out;
  }

  /// Where a run stopped.
  private record Stop(double share, double recall) {}

  void run(List<ScreeningSet> sets) {
    for (ScreeningSet set : sets) {
      if (set.relevant() >= ENOUGH) {
        add(set);
      } else {
        few++;
        uncertified += certifiesNothing(set) ? 1 : 0;
      }
    }
    int n = shares.size();
    var bar = new Bar(out);
    String thumb = "peer=%s".formatted(Bar.number((double) thumbFailures / n));
    bar.atMost("stopped_too_early", (double) failures / n, thumb, 0.05);
    bar.atMost(
        "stopped_too_early_upper",
        upper(failures, n),
        "peer=" + Bar.number(upper(thumbFailures, n)),
        0.08);
    bar.atMost(
        "median_share_read", median(shares), "peer=" + Bar.number(median(thumbShares)), 0.80);
    bar.atLeast("cannot_certify_few", uncertified, "peer=0 sets=" + few, few);
  }

  private void add(ScreeningSet set) {
    List<Double> own = new ArrayList<>();
    List<Double> needed = new ArrayList<>();
    int early = 0;
    int thumbEarly = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      List<Boolean> labels = shownLabels(set, seed);
      Stop stop = stop(labels);
      Stop thumb = inARow(labels);
      own.add(stop.share());
      thumbShares.add(thumb.share());
      early += stop.recall() < WANTED ? 1 : 0;
      thumbEarly += thumb.recall() < WANTED ? 1 : 0;
      needed.add(shareNeeded(labels));
    }
    shares.addAll(own);
    failures += early;
    thumbFailures += thumbEarly;
    out.printf(
        Locale.ROOT,
        "%-34s share read: median=%.3f needed=%.3f too early: %d of %d (%d in a row: %d)%n",
        set.name(),
        median(own),
        median(needed),
        early,
        SEEDS,
        IN_A_ROW,
        thumbEarly);
  }

  private static List<Boolean> shownLabels(ScreeningSet set, int seed) {
    RandomStream random = new Seed(seed).stream(0, "screening priors " + set.name());
    List<Integer> yes = set.rows(true);
    List<Integer> no = set.rows(false);
    List<Integer> priors =
        List.of(yes.get(random.nextIndex(yes.size())), no.get(random.nextIndex(no.size())));
    return ScreeningReplay.run(
            set.model(Optional.empty(), seed), priors, set.labels()::get, Integer.MAX_VALUE)
        .stream()
        .map(set.labels()::get)
        .toList();
  }

  private static Stop stop(List<Boolean> labels) {
    StoppingRule rule = StoppingRule.usual(labels.size());
    int shown = 0;
    do {
      rule.observe(labels.get(shown++));
    } while (shown < labels.size() && rule.advice().verdict() != Verdict.MAY_STOP);
    return at(labels, shown);
  }

  private static Stop inARow(List<Boolean> labels) {
    int row = 0;
    int shown = 0;
    while (shown < labels.size() && row < IN_A_ROW) {
      row = labels.get(shown++) ? 0 : row + 1;
    }
    return at(labels, shown);
  }

  private static Stop at(List<Boolean> labels, int shown) {
    long found = labels.subList(0, shown).stream().filter(l -> l).count();
    long all = labels.stream().filter(l -> l).count();
    return new Stop((double) shown / labels.size(), (double) found / all);
  }

  private static double shareNeeded(List<Boolean> labels) {
    int shown = 1;
    while (at(labels, shown).recall() < WANTED) {
      shown++;
    }
    return (double) shown / labels.size();
  }

  private static boolean certifiesNothing(ScreeningSet set) {
    List<Boolean> labels = shownLabels(set, 1);
    StoppingRule rule = StoppingRule.usual(labels.size());
    for (boolean label : labels.subList(0, labels.size() - 1)) {
      rule.observe(label);
      if (rule.advice().verdict() != Verdict.CANNOT_CERTIFY) {
        return false;
      }
    }
    return true;
  }

  /// The upper end of Clopper and Pearson's 95 % interval (1934, doi:10.1093/biomet/26.4.404).
  private static double upper(int k, int n) {
    double low = (double) k / n;
    double high = 1;
    for (int i = 0; i < 60 && k < n; i++) {
      double middle = (low + high) / 2;
      if (atMost(k, n, middle) > 0.025) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double atMost(int k, int n, double p) {
    double term = Math.pow(1 - p, n);
    double sum = term;
    for (int i = 1; i <= k; i++) {
      term *= p / (1 - p) * (n - i + 1) / i;
      sum += term;
    }
    return sum;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
