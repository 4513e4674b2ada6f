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
    Map<String, SequencedSet<String>> group = new HashMap<>();
    Map<Integer, SequencedSet<String>> numbered = new HashMap<>();
    for (ImportedRecord r : records) {
      Integer number = groups.get(r.id());
      SequencedSet<String> members =
          number == null
              ? new LinkedHashSet<>()
              : numbered.computeIfAbsent(number, _ -> new LinkedHashSet<>());
      members.add(r.id());
      group.put(r.id(), members);
    }
    decisions.forEach(d -> apply(d, group));
    return new Papers(papers(records, group));
  }

  private static void apply(Decision decision, Map<String, SequencedSet<String>> group) {
    SequencedSet<String> members = group.get(decision.record());
    if (members == null) {
      return;
    }
    if (decision.choice() == Choice.SAME) {
      decision.with().stream()
          .filter(group::containsKey)
          .forEach(other -> join(members, other, group));
    } else if (decision.choice() == Choice.DIFFERENT
        && (decision.with().isEmpty() || members.containsAll(decision.with()))) {
      members.remove(decision.record());
      SequencedSet<String> alone = new LinkedHashSet<>();
      alone.add(decision.record());
      group.put(decision.record(), alone);
    }
  }

  private static void join(
      SequencedSet<String> members, String other, Map<String, SequencedSet<String>> group) {
    SequencedSet<String> others = group.getOrDefault(other, members);
    if (others != members) {
      members.addAll(others);
      others.forEach(id -> group.put(id, members));
    }
  }

  private static List<Paper> papers(
      List<ImportedRecord> records, Map<String, SequencedSet<String>> group) {
    Map<SequencedSet<String>, List<ImportedRecord>> found = new java.util.IdentityHashMap<>();
    Map<String, List<ImportedRecord>> ordered = new LinkedHashMap<>();
    for (ImportedRecord r : records) {
      List<ImportedRecord> members =
          found.computeIfAbsent(
              group.getOrDefault(r.id(), new LinkedHashSet<>()), _ -> new ArrayList<>());
      members.add(r);
      if (members.size() == 1) {
        ordered.put(r.id(), members);
      }
    }
    List<Paper> papers = new ArrayList<>();
    ordered.forEach((id, members) -> papers.add(new Paper(id, members, merged(id, members))));
    return papers;
  }

  /// A record with a PubMed number is trusted most, then the one that says most.
  private static BibliographicRecord merged(String id, List<ImportedRecord> members) {
    List<BibliographicRecord> trusted =
        members.stream()
            .map(ImportedRecord::record)
            .sorted(
                Comparator.comparing((BibliographicRecord r) -> r.text(Field.PMID).isEmpty())
                    .thenComparingInt(r -> -r.fields().size()))
            .toList();
    return MergedRecord.of(trusted).withId(id);
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
