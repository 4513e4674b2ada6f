package org.cytotrial.report.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.protocol.ReviewProtocol.Source;
import org.cytotrial.evidence.protocol.ReviewProtocol.SourceKind;
import org.cytotrial.evidence.synthesis.Sheet;

/// The sixteen items of PRISMA-S (Rethlefsen et al. 2021, doi:10.1186/s13643-020-01542-z), each
/// with what the review holds, or "not done".
final class SearchChecklist {
  private static final String NOT_DONE = "not done";

  private final ReviewContent content;
  private final List<List<String>> rows = new ArrayList<>();

  private SearchChecklist(ReviewContent content) {
    this.content = content;
  }

  static Sheet of(ReviewContent content) {
    var list = new SearchChecklist(content);
    list.sources();
    list.strategies();
    list.records();
    return Sheet.of(
        "prisma-s-checklist",
        "PRISMA-S: the search, item by item",
        List.of("Item", "Topic", "What was done"),
        list.rows);
  }

  private void add(String topic, String what) {
    rows.add(List.of(Integer.toString(rows.size() + 1), topic, what));
  }

  private void sources() {
    List<SearchAppendix.Run> runs = content.search().runs();
    String databases =
        runs.stream()
            .map(SearchAppendix.Run::database)
            .distinct()
            .collect(Collectors.joining(", "));
    add("Database names", runs.isEmpty() ? NOT_DONE : databases);
    add("Several databases through one platform", NOT_DONE);
    add("Study registries", planned(SourceKind.REGISTER));
    add("Online resources and browsing", NOT_DONE);
    add("Citation searching", NOT_DONE);
    add("Contacts", NOT_DONE);
    add("Other methods", planned(SourceKind.OTHER));
  }

  private String planned(SourceKind kind) {
    ReviewProtocol protocol = content.synthesis().protocol();
    String names =
        protocol.sources().stream()
            .filter(s -> s.kind() == kind)
            .map(Source::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? NOT_DONE : names + " (named in the protocol; see the flow)";
  }

  private void strategies() {
    SearchAppendix search = content.search();
    String draft =
        search.strategy().isEmpty() ? NOT_DONE : NOT_DONE + ": a draft that was not run, below";
    add("Full search strategies", search.wasRun() ? "below, as sent" : draft);
    add(
        "Limits and restrictions",
        search.wasRun()
            ? "dates of publication %s to %s"
                .formatted(
                    content.synthesis().protocol().dates().from(),
                    content.synthesis().protocol().dates().to())
            : draft);
    add("Search filters", NOT_DONE);
    add("Prior work", NOT_DONE);
    add("Updates", NOT_DONE);
    add(
        "Dates of searches",
        search.wasRun()
            ? search.runs().stream()
                .map(r -> r.database() + " " + r.date())
                .collect(Collectors.joining(", "))
            : NOT_DONE);
    add("Peer review", NOT_DONE);
  }

  private void records() {
    add("Total records", content.flow().isPresent() ? "see the flow" : "not recorded");
    add(
        "Deduplication",
        content.flow().isPresent() ? "see the flow; reasons in groups.csv" : "not recorded");
  }
}
