package org.cytotrial.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// The numbers of the PRISMA 2020 flow diagram (Page et al. 2021, doi:10.1136/bmj.n71), and where
/// they do not add up yet.
///
/// @param databases the way of records from databases and registers
/// @param others the way of records found otherwise; all 0 if there are none
/// @param studies studies included
/// @param reports reports of included studies
/// @param ungrouped records that nobody has looked at for duplicates
/// @param conflicts papers on which people differ, at either stage
public record FlowDiagram(
    Column databases, Column others, int studies, int reports, int ungrouped, int conflicts) {

  /// One column: where records came from, and what became of each.
  ///
  /// @param registers sources among `identified` that are registers
  /// @param identified records by source
  /// @param duplicates records of papers counted already
  /// @param screened papers on whose title and abstract there is a verdict
  /// @param awaitingTitle papers on which there is none yet
  /// @param awaitingText reports neither excluded nor included nor missing
  /// @param excludedReports reports excluded, by reason, in the order of the protocol
  public record Column(
      List<String> registers,
      SequencedMap<String, Integer> identified,
      int duplicates,
      int screened,
      int excluded,
      int awaitingTitle,
      int sought,
      int notRetrieved,
      int awaitingText,
      SequencedMap<String, Integer> excludedReports,
      int included) {
    public int records() {
      return sum(identified);
    }

    public int assessed() {
      return sum(excludedReports) + included;
    }

    public int reportsExcluded() {
      return sum(excludedReports);
    }

    public boolean isEmpty() {
      return records() == 0;
    }

    private static int sum(SequencedMap<String, Integer> counts) {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void check(String name, List<String> problems) {
      List<Sum> sums =
          List.of(
              new Sum(
                  "records identified",
                  records(),
                  "duplicates + screened + waiting for a title decision",
                  duplicates + screened + awaitingTitle),
              new Sum("records screened", screened, "excluded + sought", excluded + sought),
              new Sum(
                  "reports sought",
                  sought,
                  "not retrieved + assessed + waiting for a full-text decision",
                  notRetrieved + assessed() + awaitingText));
      for (Sum sum : sums) {
        if (sum.total != sum.sum) {
          problems.add(
              "%s: %s (%d) are not %s (%d)"
                  .formatted(name, sum.what, sum.total, sum.parts, sum.sum));
        }
      }
      if (awaitingTitle > 0) {
        problems.add(
            name + ": " + awaitingTitle + " records wait for a decision on title and abstract");
      }
      if (awaitingText > 0) {
        problems.add(name + ": " + awaitingText + " reports wait for a decision on the full text");
      }
    }

    private record Sum(String what, int total, String parts, int sum) {}
  }

  /// Where the numbers do not add up, and what is still to be done; empty when the review is whole.
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    databases.check("databases and registers", problems);
    others.check("other methods", problems);
    if (databases.included() + others.included() != reports) {
      problems.add(
          "reports included ("
              + reports
              + ") are not those of the two columns ("
              + (databases.included() + others.included())
              + ")");
    }
    if (conflicts > 0) {
      problems.add(conflicts + " decisions are to be settled (screen --resolve)");
    }
    if (ungrouped > 0) {
      problems.add(ungrouped + " records were not looked at for duplicates (review dedupe)");
    }
    return problems;
  }
}
