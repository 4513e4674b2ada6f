package org.cytotrial.benchmarks;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytotrial.evidence.dedupe.Deduplication;
import org.cytotrial.evidence.dedupe.Deduplication.Row;

/// A set of records of which it is known which are the same paper.
///
/// @param clusters the paper of each record, by record id; records without an entry are alone
/// @param marks how the labels are to be read
record LabelledSet(String name, Path records, Map<String, String> clusters, Marks marks) {
  private static final Pattern RECORD = Pattern.compile("(?s)<record>.*?</record>");
  private static final Pattern NUMBER = Pattern.compile("<rec-number>(\\d+)<");

  /// What the labels say.
  enum Marks {
    /// The clusters themselves.
    CLUSTERS,
    /// Which record of each paper is the one to keep.
    KEPT,
    /// Only that a record has a copy somewhere.
    HAS_COPY
  }

  /// What was found, counted by group.
  record Score(int copies, int falseNegatives, int falsePositives, List<String> wrong) {
    double sensitivity() {
      return 1 - falseNegatives / (double) copies;
    }
  }

  static List<LabelledSet> all(Path folder) throws IOException {
    List<LabelledSet> sets = new ArrayList<>();
    for (String name :
        List.of("cytology_screening", "respiratory", "stroke", "digital_work", "special_cases")) {
      Path records = folder.resolve(name).resolve("records_pre_merged.csv");
      sets.add(new LabelledSet(name, records, clusters(folder, name), Marks.CLUSTERS));
    }
    sets.add(copper(folder.resolve("endnote-xml/copper.xml")));
    sets.add(diabetes(folder.resolve("asysd-diabetes/labelled_test_set.csv")));
    return sets;
  }

  private static Map<String, String> clusters(Path folder, String name) throws IOException {
    Map<String, String> clusters = new HashMap<>();
    for (String line : lines(folder.resolve(name).resolve("merged_record_ids.csv"))) {
      for (String id : line.replace("\"", "").split(";", -1)) {
        clusters.put(id, line);
      }
    }
    for (String line : lines(folder.resolve("label-audit.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(name)) {
        for (String id : cells[1].split(";", -1)) {
          clusters.put(id, "audit " + cells[1]);
        }
      }
    }
    return clusters;
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  private static LabelledSet copper(Path file) throws IOException {
    Map<String, String> clusters = new HashMap<>();
    Matcher m = RECORD.matcher(Files.readString(file, StandardCharsets.UTF_8));
    while (m.find()) {
      Matcher number = NUMBER.matcher(m.group());
      if (number.find() && m.group().matches("(?s).*<caption>.*Duplicate.*</caption>.*")) {
        clusters.put(number.group(1), "has a copy");
      }
    }
    return new LabelledSet("copper", file, clusters, Marks.HAS_COPY);
  }

  private static LabelledSet diabetes(Path file) throws IOException {
    Map<String, String> clusters = new HashMap<>();
    String text = Files.readString(file, Charset.forName("windows-1252"));
    Matcher m = Pattern.compile("\"?(\\d+)\"?,\"\\w+\",\"(unique|duplicate)\"\\R").matcher(text);
    while (m.find()) {
      clusters.put(m.group(1), m.group(2));
    }
    return new LabelledSet("diabetes", file, clusters, Marks.KEPT);
  }

  Score score(Deduplication found) {
    Map<Integer, List<String>> groups = new LinkedHashMap<>();
    for (Row row : found.rows()) {
      groups.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row.recordId());
    }
    return switch (marks) {
      case CLUSTERS -> byClusters(groups);
      case KEPT -> byKept(groups);
      case HAS_COPY -> byCopies(groups);
    };
  }

  private Score byClusters(Map<Integer, List<String>> groups) {
    int positives = 0;
    Map<String, List<List<String>>> parts = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (List<String> group : groups.values()) {
      Set<String> papers = new HashSet<>();
      for (String id : group) {
        String paper = clusters.getOrDefault(id, id);
        if (papers.add(paper)) {
          parts.computeIfAbsent(paper, _ -> new ArrayList<>()).add(group);
        }
      }
      positives += papers.size() - 1;
      if (papers.size() > 1) {
        wrong.add("different: " + String.join(" ", group));
      }
    }
    int negatives = 0;
    for (List<List<String>> groupsOfPaper : parts.values()) {
      negatives += groupsOfPaper.size() - 1;
      if (groupsOfPaper.size() > 1) {
        wrong.add(
            "split: "
                + String.join(" ", groupsOfPaper.stream().map(g -> String.join(" ", g)).toList()));
      }
    }
    int records = groups.values().stream().mapToInt(List::size).sum();
    return new Score(records - parts.size(), negatives, positives, wrong);
  }

  /// One record of each paper is marked to be kept: a group without one is a copy left over, a
  /// group with several holds several papers.
  private Score byKept(Map<Integer, List<String>> groups) {
    int negatives = 0;
    int positives = 0;
    List<String> wrong = new ArrayList<>();
    for (List<String> group : groups.values()) {
      long kept = group.stream().filter(id -> "unique".equals(clusters.get(id))).count();
      negatives += kept == 0 ? 1 : 0;
      positives += kept > 1 ? (int) kept - 1 : 0;
      if (kept != 1) {
        wrong.add((kept == 0 ? "split: " : "different: ") + String.join(" ", group));
      }
    }
    int copies = (int) clusters.values().stream().filter("duplicate"::equals).count();
    return new Score(copies, negatives, positives, wrong);
  }

  /// Every record that has a copy is marked: alone it was missed, and a record without the mark
  /// must be alone.
  private Score byCopies(Map<Integer, List<String>> groups) {
    int negatives = 0;
    int positives = 0;
    List<String> wrong = new ArrayList<>();
    for (List<String> group : groups.values()) {
      long marked = group.stream().filter(clusters::containsKey).count();
      negatives += group.size() == 1 && marked == 1 ? 1 : 0;
      positives += group.size() > 1 ? (int) (group.size() - Math.max(marked, 1)) : 0;
      if (group.size() == 1 ? marked == 1 : marked < group.size()) {
        wrong.add((group.size() == 1 ? "split: " : "different: ") + String.join(" ", group));
      }
    }
    return new Score(clusters.size(), negatives, positives, wrong);
  }
}
