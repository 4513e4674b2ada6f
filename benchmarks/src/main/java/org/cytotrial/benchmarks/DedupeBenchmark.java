package org.cytotrial.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytotrial.benchmarks.LabelledSet.Score;
import org.cytotrial.evidence.dedupe.Deduplication;
import org.cytotrial.evidence.dedupe.Deduplicator;
import org.cytotrial.evidence.importing.Importer;

/// Deduplication against the labelled sets in `review/deduplication`, a line per set.
///
/// Counted by group: a copy left over is a false negative; a group that holds n different papers
/// counts n − 1 false positives. `-v` lists what is wrong.
public final class DedupeBenchmark {
  private static final Map<String, Double> TARGETS =
      Map.of("respiratory", 0.96, "special_cases", 1.0);

  private DedupeBenchmark() {}

  /// Prints a line per labelled set.
  ///
  /// @param arguments the folder `shared`, and `-v`
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Path shared = Path.of(arguments.length == 0 ? "../shared" : arguments[0]);
    boolean verbose = List.of(arguments).contains("-v");
    Path folder = shared.resolve("review/deduplication");
    for (LabelledSet set : LabelledSet.all(folder)) {
      long start = System.nanoTime();
      var deduplicator = new Deduplicator();
      Importer.read(set.records(), deduplicator::add);
      Deduplication found = deduplicator.run();
      double seconds = (System.nanoTime() - start) / 1e9;
      Score score = set.score(found);
      print(out, set, found, score, seconds);
      if (verbose) {
        explain(out, set, found, score);
      }
    }
  }

  private static void print(
      PrintStream out, LabelledSet set, Deduplication found, Score score, double seconds) {
    double target = TARGETS.getOrDefault(set.name(), 0.99);
    boolean held = score.sensitivity() >= target && score.falsePositives() == 0;
    int n = found.rows().size();
    out.printf(
        Locale.ROOT,
        "bar dedupe_%s sensitivity=%.4f fp=%d target=%.2f %s  (records=%d groups=%d fn=%d of %d"
            + " unsure=%d=%.1f%% records/s=%.0f)%n",
        set.name(),
        score.sensitivity(),
        score.falsePositives(),
        target,
        held ? "held" : "short",
        n,
        found.groups(),
        score.falseNegatives(),
        score.copies(),
        found.unsure().size(),
        100.0 * found.unsure().size() / n,
        n / seconds);
  }

  private static void explain(PrintStream out, LabelledSet set, Deduplication found, Score score)
      throws IOException {
    Map<String, String> lines = new HashMap<>();
    Importer.read(
        set.records(),
        r -> lines.put(r.id(), r.fields() + " " + r.authors().stream().limit(3).toList()));
    List<String> wrong = new ArrayList<>(score.wrong());
    Map<String, String> reasons = new HashMap<>();
    found.rows().forEach(r -> reasons.put(r.recordId(), r.reason()));
    for (String group : wrong) {
      out.println("  " + group);
      for (String id : group.substring(group.indexOf(" ") + 1).split(" ", -1)) {
        String line =
            lines.getOrDefault(id, "?").replaceAll("ABSTRACT=.{0,60}.*?(, [A-Z]+=|})", "$1");
        out.println("    " + id + " " + line.substring(0, Math.min(line.length(), 420)));
        out.println("        " + reasons.get(id));
      }
    }
    found.unsure().forEach(u -> out.println("  unsure " + u));
  }

  /// Whether the labelled sets are there.
  static boolean isThere(Path shared) {
    return Files.isDirectory(shared.resolve("review/deduplication"));
  }
}
