package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.MergedRecord;

/// The records grouped by document: as the rules found, and then as people decided, in the order in
/// which they did. Computed anew each time, so that a group is undone by taking a decision back.
public final class Papers {
  private final List<Paper> papers;
  private final Map<String, Paper> byRecord = new HashMap<>();

  private Papers(List<Paper> papers) {
    this.papers = List.copyOf(papers);
    papers.forEach(p -> p.records().forEach(r -> byRecord.put(r.id(), p)));
  }

  /// Groups records.
  ///
  /// @param groups the number of the group of each record that the rules have looked at; a record
  ///   without one stands alone
  /// @param decisions those of the stage `dedupe` that stand
  static Papers of(
      List<ImportedRecord> records, Map<String, Integer> groups, List<Decision> decisions) {
    Map<String, Group> group = new HashMap<>();
    Map<Integer, Group> numbered = new HashMap<>();
    for (ImportedRecord r : records) {
      Integer number = groups.get(r.id());
      Group own = number == null ? new Group() : numbered.computeIfAbsent(number, _ -> new Group());
      own.members.add(r.id());
      group.put(r.id(), own);
    }
    decisions.forEach(d -> apply(d, group));
    return new Papers(papers(records, group));
  }

  /// Records of one paper; two groups are the same only if they are one object.
  private static final class Group {
    private final SequencedSet<String> members = new LinkedHashSet<>();
  }

  private static void apply(Decision decision, Map<String, Group> group) {
    Group own = group.get(decision.record());
    if (own == null) {
      return;
    }
    if (decision.choice() == Choice.SAME) {
      decision.with().forEach(other -> join(own, other, group));
    } else if (decision.choice() == Choice.DIFFERENT
        && (decision.with().isEmpty() || own.members.containsAll(decision.with()))) {
      own.members.remove(decision.record());
      Group alone = new Group();
      alone.members.add(decision.record());
      group.put(decision.record(), alone);
    }
  }

  private static void join(Group own, String other, Map<String, Group> group) {
    Group theirs = group.get(other);
    if (theirs != null && !theirs.equals(own)) {
      own.members.addAll(theirs.members);
      theirs.members.forEach(id -> group.put(id, own));
    }
  }

  private static List<Paper> papers(List<ImportedRecord> records, Map<String, Group> group) {
    Map<Group, List<ImportedRecord>> members = new LinkedHashMap<>();
    for (ImportedRecord r : records) {
      Group own = group.getOrDefault(r.id(), new Group());
      members.computeIfAbsent(own, _ -> new ArrayList<>()).add(r);
    }
    return members.values().stream().map(m -> new Paper(m.getFirst().id(), m, merged(m))).toList();
  }

  /// A record with a PubMed number is trusted most, then the one that says most.
  private static BibliographicRecord merged(List<ImportedRecord> members) {
    List<BibliographicRecord> trusted =
        members.stream()
            .map(ImportedRecord::record)
            .sorted(
                Comparator.comparing((BibliographicRecord r) -> r.text(Field.PMID).isEmpty())
                    .thenComparingInt(r -> -r.fields().size()))
            .toList();
    return MergedRecord.of(trusted).withId(members.getFirst().id());
  }

  /// In the order of the first record of each.
  public List<Paper> all() {
    return papers;
  }

  /// The paper that a record describes.
  public Optional<Paper> of(String recordId) {
    return Optional.ofNullable(byRecord.get(recordId));
  }

  /// The paper that a record describes.
  ///
  /// @throws IllegalArgumentException if the review has no such record
  public Paper require(String recordId) {
    return of(recordId)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no record '"
                    + recordId
                    + "' in this review; 'cytotrial review find REVIEW WORDS' shows names of"
                    + " records."));
  }
}
