package org.cytotrial.benchmarks.screening;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// Screening against the labelled sets in `review/screening`: ranking, cold start, stopping, speed.
public final class ScreeningBenchmark {
  private ScreeningBenchmark() {}

  /// Prints a line per set and a line per bar.
  ///
  /// @param arguments the folder `shared`, and which parts to run (`ranking`, `cold`, `stopping`,
  ///   `speed`); all of them by default
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = System.out;
    List<String> given = List.of(arguments);
    Path shared = Path.of(given.isEmpty() ? "../shared" : given.getFirst());
    List<String> parts =
        given.size() > 1
            ? given.subList(1, given.size())
            : List.of("ranking", "cold", "stopping", "speed");
    Path folder = shared.resolve("review/screening");
    List<ScreeningSet> sets = ScreeningSet.all(folder);
    if (parts.contains("ranking")) {
      new RankingMeasure(out).run(sets, StoredRun.all(folder));
    }
    if (parts.contains("cold")) {
      new ColdStartMeasure(out).run(sets, folder.resolve("criteria"));
    }
    if (parts.contains("stopping")) {
      new StoppingMeasure(out).run(sets);
    }
    if (parts.contains("speed")) {
      new SpeedMeasure(out).run(sets, StoredRun.all(folder));
    }
  }
}
