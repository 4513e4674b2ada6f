package org.cytotrial.evidence.dedupe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.evidence.dedupe.Deduplication.Row;
import org.cytotrial.evidence.dedupe.Deduplication.UnsurePair;
import org.cytotrial.evidence.dedupe.Grouping.Link;
import org.cytotrial.evidence.records.BibliographicRecord;

/// Takes records one at a time and says which are the same paper. Of each only what is compared is
/// kept, so that a hundred thousand records need little memory.
public final class Deduplicator {
  private final List<ComparableRecord> records = new ArrayList<>();

  /// Starts without records.
  public Deduplicator() {}

  public void add(BibliographicRecord record) {
    records.add(ComparableRecord.of(record));
  }

  public int size() {
    return records.size();
  }

  /// Judges one pair, and says why.
  public static Comparison compare(BibliographicRecord a, BibliographicRecord b) {
    return PairComparison.of(ComparableRecord.of(a), ComparableRecord.of(b));
  }

  public Deduplication run() {
    List<Link> links = new ArrayList<>();
    List<Link> doubtful = new ArrayList<>();
    Candidates.forEach(
        records,
        (i, j) -> {
          Comparison c = PairComparison.of(records.get(i), records.get(j));
          switch (c.verdict()) {
            case SAME, PROBABLY_SAME -> links.add(new Link(i, j, c));
            case UNSURE -> doubtful.add(new Link(i, j, c));
            case DIFFERENT, CONTRADICTED -> {}
          }
        });
    var grouping = new Grouping(records);
    grouping.join(links);
    doubtful.addAll(grouping.refused());
    return result(grouping, doubtful);
  }

  private Deduplication result(Grouping grouping, List<Link> doubtful) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Row> rows = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      int number = numbers.computeIfAbsent(grouping.group(i), _ -> numbers.size() + 1);
      rows.add(new Row(records.get(i).id(), number, grouping.reason(i)));
    }
    return new Deduplication(rows, unsure(grouping, doubtful), numbers.size());
  }

  /// One pair per two groups: a person who decides it decides for all their members.
  private List<UnsurePair> unsure(Grouping grouping, List<Link> doubtful) {
    List<Link> ordered = new ArrayList<>(doubtful);
    ordered.sort(
        Comparator.comparingDouble((Link l) -> -l.comparison().score())
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b));
    Set<Long> asked = new HashSet<>();
    List<UnsurePair> pairs = new ArrayList<>();
    for (Link link : ordered) {
      long a = grouping.group(link.a());
      long b = grouping.group(link.b());
      if (a != b && asked.add((Math.min(a, b) << 32) | Math.max(a, b))) {
        Comparison c = link.comparison();
        pairs.add(
            new UnsurePair(
                records.get(link.a()).id(), records.get(link.b()).id(), c.score(), c.why()));
      }
    }
    return pairs;
  }
}
