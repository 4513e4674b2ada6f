package org.cytotrial.benchmarks.translation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.cytotrial.evidence.search.Problem;
import org.cytotrial.evidence.search.Problem.Severity;
import org.cytotrial.evidence.search.reading.StrategyReader;

/// Reading and translating search strategies, measured against `review/search-queries`.
public final class TranslationBenchmark {
  private static final double PARSED = 0.98;
  private static final double CELLS = 0.95;
  private static final double PERCENT = 100;

  private final PrintStream out;
  private final Path review;
  private final Path queries;
  private final boolean verbose;

  private TranslationBenchmark(PrintStream out, Path review, boolean verbose) {
    this.out = out;
    this.review = review;
    this.queries = review.resolve("search-queries");
    this.verbose = verbose;
  }

  /// Prints a line per bar.
  ///
  /// @param arguments the folder `shared`, and `-v` to list what the reader mended
  public static void main(String[] arguments) throws IOException, XMLStreamException {
    Path shared = Path.of(arguments.length == 0 ? "../shared" : arguments[0]);
    boolean verbose = List.of(arguments).contains("-v");
    new TranslationBenchmark(System.out, shared.resolve("review"), verbose).run();
  }

  private void run() throws IOException, XMLStreamException {
    parsing();
    polyglot();
    RoundTrip trip = RoundTrip.over(review.resolve("import-samples/medline-1000"));
    roundTrips("translation_round_trip_made_up", trip, MadeUpQueries.all());
    roundTrips("translation_round_trip", trip, PrintedStrategies.all(queries));
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

  private void parsing() throws IOException, XMLStreamException {
    List<PrintedStrategies> all = PrintedStrategies.all(queries);
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

  private void roundTrips(String name, RoundTrip trip, List<PrintedStrategies> all) {
    int same = 0;
    int finding = 0;
    int lines = 0;
    for (PrintedStrategies printed : all) {
      RoundTrip.Outcome outcome =
          trip.check(StrategyReader.read(printed.text(), printed.syntax()).strategy());
      same += outcome.difference().isEmpty() ? 1 : 0;
      finding += outcome.found() > 0 ? 1 : 0;
      lines += outcome.findingLines();
      if (!outcome.difference().isEmpty()) {
        out.println("  differs: " + printed.name() + ": " + outcome.difference());
      } else if (verbose) {
        out.println(
            "  " + outcome.found() + " by " + printed.text().lines().findFirst().orElse(""));
      }
    }
    bar(
        name,
        (double) same / all.size(),
        1,
        "%d of %d strategies over %d records, line by line; %d find some, and %d lines"
            .formatted(same, all.size(), trip.records().size(), finding, lines));
  }

  private void polyglot() throws IOException, XMLStreamException {
    List<PolyglotCells.Cell> cells = PolyglotCells.all(queries.resolve("polyglot/v4.xlsx"));
    int same = 0;
    int reasoned = 0;
    long basic = cells.stream().filter(PolyglotCells.Cell::isBasic).count();
    for (PolyglotCells.Cell cell : cells) {
      if (cell.reproduced()) {
        same++;
        continue;
      }
      reasoned += cell.reason().isEmpty() ? 0 : 1;
      if (cell.reason().isEmpty() || verbose) {
        out.printf(
            "  %s %s: '%s', ours %s: %s%n",
            cell.sheet(),
            cell.address(),
            cell.printed(),
            cell.ours(),
            cell.reason().isEmpty() ? "NOT EXPLAINED" : cell.reason());
      }
    }
    bar(
        "translation_polyglot",
        (double) (same + reasoned) / cells.size(),
        CELLS,
        "of %d cells %d reproduced, %d otherwise with a reason, %d of these for the basic search;"
                .formatted(cells.size(), same, reasoned, basic)
            + " without its columns %.1f %% reproduced"
                .formatted(PERCENT * same / (cells.size() - basic)));
  }
}
