package org.cytotrial.evidence.dedupe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.evidence.dedupe.Comparison.Verdict;
import org.cytotrial.evidence.dedupe.Deduplication.Row;
import org.cytotrial.evidence.importing.Importer;
import org.cytotrial.evidence.importing.SharedCases;
import org.cytotrial.evidence.records.BibliographicRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rathbone et al. 2015 (doi:10.1186/2046-4053-4-6) and BibDedupe's nasty pairs: no two papers in
/// one group, and few copies left over.
class LabelledSetsTest {
  @ParameterizedTest
  @CsvSource({"cytology_screening, 0.99", "stroke, 0.99", "respiratory, 0.96", "special_cases, 1"})
  void noTwoPapersShareAGroup(String name, double leastSensitivity) throws IOException {
    Path folder = SharedCases.folder("review/deduplication");
    Map<String, String> paper = labels(folder, name);
    var deduplicator = new Deduplicator();
    Importer.read(folder.resolve(name).resolve("records_pre_merged.csv"), deduplicator::add);
    Deduplication found = deduplicator.run();
    Map<Integer, Set<String>> papersOfGroup = new LinkedHashMap<>();
    Map<String, Set<Integer>> groupsOfPaper = new HashMap<>();
    for (Row row : found.rows()) {
      String label = paper.getOrDefault(row.recordId(), row.recordId());
      papersOfGroup.computeIfAbsent(row.group(), _ -> new HashSet<>()).add(label);
      groupsOfPaper.computeIfAbsent(label, _ -> new HashSet<>()).add(row.group());
    }
    List<Set<String>> mixed = papersOfGroup.values().stream().filter(p -> p.size() > 1).toList();
    int copies = found.rows().size() - groupsOfPaper.size();
    int left = groupsOfPaper.values().stream().mapToInt(g -> g.size() - 1).sum();
    double sensitivity = 1 - left / (double) copies;
    System.out.println(name + ": sensitivity " + sensitivity + ", mixed groups " + mixed.size());
    assertEquals(List.of(), mixed);
    assertTrue(sensitivity >= leastSensitivity, name + ": " + sensitivity);
    assertTrue(found.unsure().size() <= Math.max(2, 0.05 * found.rows().size()));
  }

  private static Map<String, String> labels(Path folder, String name) throws IOException {
    Map<String, String> paper = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve(name).resolve("merged_record_ids.csv"))) {
      for (String id : line.replace("\"", "").split(";", -1)) {
        paper.put(id, line);
      }
    }
    for (String line : Files.readAllLines(folder.resolve("label-audit.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(name)) {
        for (String id : cells[1].split(";", -1)) {
          paper.put(id, "audit " + cells[1]);
        }
      }
    }
    return paper;
  }

  @Test
  void eachOfTheTwelveSpecialCasesIsExplained() throws IOException {
    Path folder = SharedCases.folder("review/deduplication/special_cases");
    Map<Integer, BibliographicRecord> r = new HashMap<>();
    for (BibliographicRecord record : Importer.readAll(folder.resolve("records_pre_merged.csv"))) {
      r.put(Integer.parseInt(record.id().substring(3)), record);
    }
    assertEquals(12, r.size());
    // one conference under its name and under its acronym
    assertVerdict(r, 1, 2, Verdict.PROBABLY_SAME, "same journal");
    assertVerdict(r, 5, 6, Verdict.PROBABLY_SAME, "same journal");
    // the DOI of one stands in its note
    assertVerdict(r, 7, 11, Verdict.SAME, "identical records");
    // the yearly introduction to a minitrack
    assertVerdict(r, 3, 4, Verdict.UNSURE, "different DOIs");
    // a conference paper and the article made of it
    assertVerdict(r, 7, 12, Verdict.UNSURE, "different journals or proceedings");
    assertVerdict(r, 11, 12, Verdict.UNSURE, "different journals or proceedings");
    assertVerdict(r, 9, 10, Verdict.CONTRADICTED, "years 2011 and 2014");
    // another paper of the same author
    assertVerdict(r, 7, 8, Verdict.CONTRADICTED, "different titles");
  }

  private static void assertVerdict(
      Map<Integer, BibliographicRecord> r, int a, int b, Verdict verdict, String why) {
    Comparison c =
        Deduplicator.compare(
            java.util.Objects.requireNonNull(r.get(a)), java.util.Objects.requireNonNull(r.get(b)));
    assertEquals(verdict, c.verdict(), a + " and " + b + ": " + c);
    assertTrue(c.why().contains(why), a + " and " + b + ": " + c);
  }
}
