package org.cytotrial.evidence.dedupe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytotrial.evidence.dedupe.Comparison.Verdict;

/// Groups that grow along the strongest links first. A link is refused when it would bring records
/// together of which one contradicts another; the pair then goes to a person.
final class Grouping {
  /// A link between two records, by index.
  record Link(int a, int b, Comparison comparison) {}

  private final List<ComparableRecord> records;
  private final List<List<Integer>> members = new ArrayList<>();
  private final int[] group;
  private final String[] reasons;
  private final List<Link> refused = new ArrayList<>();

  Grouping(List<ComparableRecord> records) {
    this.records = records;
    group = new int[records.size()];
    reasons = new String[records.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      members.add(List.of(i));
      reasons[i] = "";
    }
  }

  void join(List<Link> links) {
    List<Link> ordered = new ArrayList<>(links);
    ordered.sort(
        Comparator.comparing((Link l) -> l.comparison.verdict())
            .thenComparingDouble(l -> -l.comparison.score())
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b));
    for (Link link : ordered) {
      int a = group[link.a];
      int b = group[link.b];
      if (a != b) {
        String objection = objection(a, b, link.comparison.verdict());
        if (objection.isEmpty()) {
          merge(link, a, b);
        } else {
          Comparison c = link.comparison;
          refused.add(
              new Link(
                  link.a,
                  link.b,
                  new Comparison(Verdict.UNSURE, c.score() * 0.8, c.why() + "; " + objection)));
        }
      }
    }
  }

  /// Why the groups must not be merged: some pair between them is contradicted.
  private String objection(int a, int b, Verdict link) {
    for (int i : members.get(a)) {
      for (int j : members.get(b)) {
        Comparison c = PairComparison.of(records.get(i), records.get(j));
        boolean clash =
            c.verdict() == Verdict.CONTRADICTED
                || (link != Verdict.SAME && c.verdict() == Verdict.UNSURE);
        if (clash) {
          return "but "
              + records.get(i).id()
              + " and "
              + records.get(j).id()
              + " disagree: "
              + c.why();
        }
      }
    }
    return "";
  }

  private void merge(Link link, int a, int b) {
    int into = members.get(a).size() >= members.get(b).size() ? a : b;
    int from = into == a ? b : a;
    List<Integer> all = new ArrayList<>(members.get(into));
    all.addAll(members.get(from));
    all.sort(null);
    for (int i : members.get(from)) {
      group[i] = into;
    }
    members.set(into, all);
    members.set(from, List.of());
    explain(link.a, link.b, link);
    explain(link.b, link.a, link);
  }

  private void explain(int i, int other, Link link) {
    if (reasons[i].isEmpty()) {
      reasons[i] = "as " + records.get(other).id() + ": " + link.comparison.why();
    }
  }

  int group(int record) {
    return group[record];
  }

  String reason(int record) {
    return reasons[record].isEmpty() ? "no other record of this paper" : reasons[record];
  }

  List<Link> refused() {
    return refused;
  }
}
