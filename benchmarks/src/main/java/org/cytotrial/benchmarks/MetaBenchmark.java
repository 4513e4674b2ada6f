package org.cytotrial.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.cytotrial.statistics.meta.EffectEstimate;
import org.cytotrial.statistics.meta.HeterogeneityMethod;
import org.cytotrial.statistics.meta.RandomEffects;
import org.cytotrial.statistics.meta.Search;
import org.cytotrial.statistics.meta.StudyEffects;
import org.cytotrial.statistics.meta.TestMethod;
import org.cytotrial.statistics.meta.TwoByTwo;

/// How long 10,000 REML fits of the thirteen BCG trials take, from a cold start.
public final class MetaBenchmark {
  private static final int FITS = 10_000;
  private static final double TARGET_SECONDS = 2;

  // Colditz et al. 1994, doi:10.1001/jama.1994.03510330076038: with tuberculosis and without, among
  // vaccinated and among others.
  private static final int[][] TRIALS = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13536, 248, 12619},
    {33, 5036, 47, 5761},
    {180, 1361, 372, 1079},
    {8, 2537, 10, 619},
    {505, 87886, 499, 87892},
    {29, 7470, 45, 7232},
    {17, 1699, 65, 1600},
    {186, 50448, 141, 27197},
    {5, 2493, 3, 2338},
    {27, 16886, 29, 17825}
  };

  private MetaBenchmark() {}

  /// Prints the bar.
  public static void main(String[] arguments) {
    List<EffectEstimate> effects = new ArrayList<>();
    for (int[] trial : TRIALS) {
      effects.add(new TwoByTwo(trial[0], trial[1], trial[2], trial[3]).riskRatio());
    }
    StudyEffects studies = StudyEffects.of(effects);
    measure("exact", studies, Search.exact(), System.out);
    measure("stopped", studies, Search.Stopped.usual(), System.out);
  }

  private static void measure(String name, StudyEffects studies, Search search, PrintStream out) {
    double tau2 = 0;
    double estimate = 0;
    long start = System.nanoTime();
    for (int i = 0; i < FITS; i++) {
      RandomEffects fit =
          RandomEffects.fit(studies, HeterogeneityMethod.REML, search, TestMethod.Z, 0.95);
      tau2 += fit.heterogeneity().tau2() / FITS;
      estimate += fit.pooled().estimate() / FITS;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        "bar meta_10000_reml_fits_%s ours=%.2fs target=%.0fs %s (tau2 %.6f, estimate %.6f)%n",
        name,
        seconds,
        TARGET_SECONDS,
        seconds <= TARGET_SECONDS ? "held" : "short",
        tau2,
        estimate);
  }
}
