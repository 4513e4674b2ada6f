package org.cytotrial.benchmarks.screening;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The loss of each set beside that of ELAS u4 with the same priors.
final class RankingMeasure {
  private static final int ENOUGH = 15;

  private final PrintStream out;
  private double weights;
  private double logRatios;
  private double better;
  private double worse;
  private double worst;
  private double early;
  private double peerEarly;

  RankingMeasure(PrintStream out) {
    this.out = out;
  }

  void run(List<ScreeningSet> sets, List<StoredRun> runs) {
    for (ScreeningSet set : sets) {
      List<StoredRun> own = runs.stream().filter(r -> r.set().equals(set.name())).toList();
      if (!own.isEmpty()) {
        add(set, own);
      }
    }
    var bar = new Bar(out);
    double ratio = Math.exp(logRatios / weights);
    bar.atMost("loss", ratio, "peer=1 ratio=" + Bar.number(ratio), 0.97);
    bar.atLeast("sets_better_by_2_percent", better / weights, "peer=0", 0.45);
    bar.atMost("sets_worse_by_2_percent", worse / weights, "peer=0", 0.25);
    bar.atMost("worst_ratio", worst, "peer=1 ratio=" + Bar.number(worst), 1.15);
    String peer =
        "peer=%s ratio=%s"
            .formatted(Bar.number(peerEarly / weights), Bar.number(early / peerEarly));
    bar.atLeast("rrf10", early / weights, peer, peerEarly / weights);
  }

  private void add(ScreeningSet set, List<StoredRun> runs) {
    double loss = 0;
    double found = 0;
    for (StoredRun run : runs) {
      ScreeningScore score = set.screen(run.priors(), Optional.empty(), 1);
      loss += score.loss() / runs.size();
      found += score.foundInTenth() / runs.size();
    }
    double peerLoss = runs.stream().mapToDouble(StoredRun::loss).average().orElseThrow();
    double peerFound = runs.stream().mapToDouble(StoredRun::foundInTenth).average().orElseThrow();
    double ratio = loss / peerLoss;
    boolean half = set.name().endsWith("/ACEInhibitors") || set.name().endsWith("/ace");
    double weight = half ? 0.5 : 1;
    weights += weight;
    logRatios += weight * Math.log(ratio);
    better += ratio < 0.98 ? weight : 0;
    worse += ratio > 1.02 ? weight : 0;
    worst = set.relevant() >= ENOUGH ? Math.max(worst, ratio) : worst;
    early += weight * found;
    peerEarly += weight * peerFound;
    out.printf(
        Locale.ROOT,
        "%-34s n=%-5d relevant=%-4d loss=%.4f u4=%.4f ratio=%.3f rrf10=%.3f u4=%.3f%n",
        set.name(),
        set.size(),
        set.relevant(),
        loss,
        peerLoss,
        ratio,
        found,
        peerFound);
  }
}
