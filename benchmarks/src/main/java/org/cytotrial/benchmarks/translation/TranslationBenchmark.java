package org.cytotrial.benchmarks.translation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.reading.StrategyReader;

/// Reading and translating search strategies, measured against `review/search-queries`.
public final class TranslationBenchmark {
  private static final double PARSED = 0.98;

  private final PrintStream out;
  private final Path review;
  private final boolean verbose;

  private TranslationBenchmark(PrintStream out, Path review, boolean verbose) {
    this.out = out;
    this.review = review;
    this.verbose = verbose;
  }

  /// Prints a line per bar.
  ///
  /// @param arguments the folder `shared`, and `-v` to list what the reader mended
  public static void main(String[] arguments) throws IOException {
    Path shared = Path.of(arguments.length == 0 ? "../shared" : arguments[0]);
    boolean verbose = List.of(arguments).contains("-v");
    new TranslationBenchmark(System.out, shared.resolve("review"), verbose).run();
  }

  private void run() throws IOException {
    parsing();
    roundTrips();
  }

  private void bar(String name, double ours, double target, String detail) {
    out.printf(
        Locale.ROOT,
        "bar %s ours=%.4f target=%.2f %s  (%s)%n",
        name,
        ours,
        target,
        ours >= target ? "held" : "short",
        detail);
  }

  private void parsing() throws IOException {
    List<PrintedStrategies> all = PrintedStrategies.all(review.resolve("search-queries"));
    int good = 0;
    int clean = 0;
    for (PrintedStrategies printed : all) {
      StrategyReader.Reading reading = StrategyReader.read(printed.text(), printed.syntax());
      List<String> faults = TextNodes.faults(reading.strategy());
      boolean parsed = faults.isEmpty() && !reading.strategy().lines().isEmpty();
      good += parsed ? 1 : 0;
      clean += parsed && !reading.hasErrors() ? 1 : 0;
      if (!parsed) {
        out.printf("  failed: %s (%s) %s%n", printed.name(), printed.syntax(), faults);
      }
      for (Problem problem : reading.problems()) {
        if (problem.severity() == Severity.ERROR || verbose) {
          out.println("  " + problem.in(printed.name()));
        }
      }
    }
    bar(
        "translation_parsed",
        (double) good / all.size(),
        PARSED,
        "%d of %d strategies; %d without a mended error".formatted(good, all.size(), clean));
  }

  private void roundTrips() throws IOException {
    RoundTrip trip = RoundTrip.over(review.resolve("import-samples/medline-1000"));
    List<PrintedStrategies> all = PrintedStrategies.all(review.resolve("search-queries"));
    int same = 0;
    int finding = 0;
    for (PrintedStrategies printed : all) {
      RoundTrip.Outcome outcome =
          trip.check(StrategyReader.read(printed.text(), printed.syntax()).strategy());
      same += outcome.difference().isEmpty() ? 1 : 0;
      finding += outcome.found() > 0 ? 1 : 0;
      if (!outcome.difference().isEmpty()) {
        out.println("  differs: " + printed.name() + ": " + outcome.difference());
      }
    }
    bar(
        "translation_round_trip",
        (double) same / all.size(),
        1,
        "%d of %d strategies over %d records; %d find some"
            .formatted(same, all.size(), trip.records().size(), finding));
  }
}
