package org.cytotrial.report.review;

import java.util.List;
import org.cytotrial.evidence.synthesis.Sheet;

/// What PRISMA-S asks of a search (Rethlefsen et al. 2021, doi:10.1186/s13643-020-01542-z).
///
/// @param runs the searches that were run, with day, exact string and count
/// @param strategy the strategy as it stands in the review's folder; empty if there is none
/// @param translations of the strategy to databases
/// @param notices what was noticed when it was read
public record SearchAppendix(
    List<Run> runs, String strategy, List<Translated> translations, List<String> notices) {
  public static final SearchAppendix NONE = new SearchAppendix(List.of(), "", List.of(), List.of());

  public SearchAppendix {
    runs = List.copyOf(runs);
    translations = List.copyOf(translations);
    notices = List.copyOf(notices);
  }

  /// A search that was run.
  public record Run(String database, String date, int count, String query) {}

  /// The strategy in the syntax of a database.
  public record Translated(String database, String text) {}

  Sheet runsTable() {
    return Sheet.of(
        "searches",
        "Searches that were run",
        List.of("Database", "Day", "#Records", "Query"),
        runs.stream()
            .map(r -> List.of(r.database(), r.date(), Integer.toString(r.count()), r.query()))
            .toList());
  }

  boolean wasRun() {
    return !runs.isEmpty();
  }
}
