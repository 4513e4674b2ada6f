package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.evidence.synthesis.Analysis;
import org.cytotrial.evidence.synthesis.EvidenceArm;
import org.cytotrial.evidence.synthesis.Synthesis;
import org.cytotrial.library.Library;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worked review that ships: its report, what it says of itself, and what it does not invent.
class ReviewReportCommandTest {
  @TempDir static Path folder;

  private static Path report = Path.of("");
  private static String html = "";

  @BeforeAll
  static void writeTheReport() throws IOException {
    report = folder.resolve("report");
    CommandRun run = CommandRun.of("review", "report", PooledNumbersTest.REVIEW, "--out", report);
    assertEquals(0, run.code(), run.err());
    html = Files.readString(report.resolve("report.html"));
  }

  private static Synthesis synthesis() throws IOException {
    return ReviewOutcomes.open(PooledNumbersTest.REVIEW.toString()).synthesis();
  }

  @Test
  void theShippedRowsAreThoseOfTheLibrary() throws IOException {
    List<PublishedArm> rows = ReviewOutcomes.open(PooledNumbersTest.REVIEW.toString()).arms();
    assertEquals(Library.load().evidence(), rows);
  }

  @Test
  void thePageHasEveryPooledNumber() throws IOException {
    int found = 0;
    for (Analysis analysis : synthesis().analyses()) {
      if (analysis.estimate().isPresent()) {
        var e = analysis.estimate().get();
        boolean isRatio = e.scale().name().equals("RATIO");
        String text =
            String.format(
                Locale.ROOT,
                isRatio ? "%.2f [%.2f, %.2f]" : "%.1f %% [%.1f, %.1f]",
                e.read(),
                e.readInterval().lower(),
                e.readInterval().upper());
        assertTrue(html.contains(text), analysis.what() + ": " + text);
        found++;
      }
    }
    assertTrue(found >= 30, found + " numbers");
  }

  @Test
  void theFullDigitsStandInTheTableOfAnalyses() throws IOException {
    List<String> values = column("analyses.csv", "estimate");
    List<String> ours = new ArrayList<>();
    for (Analysis analysis : synthesis().analyses()) {
      ours.add(analysis.estimate().map(e -> Double.toString(e.value())).orElse(""));
    }
    assertEquals(ours, values);
  }

  @Test
  void rowsWhoseHeadlineWasNotReadSayItInEveryTableTheyEnter() throws IOException {
    Set<String> unread =
        synthesis().arms().stream()
            .filter(a -> a.headline() != EvidenceArm.Headline.SEEN)
            .map(EvidenceArm::name)
            .collect(Collectors.toSet());
    assertEquals(11, unread.size());
    int seen = 0;
    for (Path file : files(".csv")) {
      for (String line : rows(file)) {
        for (String arm : unread) {
          if (Pattern.compile("\\b" + arm + "\\b").matcher(line).find()) {
            boolean isMarked =
                line.contains("from memory")
                    || line.contains("not printed")
                    || line.contains("recalled");
            assertTrue(isMarked, file.getFileName() + ": " + line);
            seen++;
          }
        }
      }
    }
    assertTrue(seen >= 40, seen + " rows");
  }

  @Test
  void whatWasNotDoneIsSaidAndNothingIsInvented() throws IOException {
    for (String words :
        List.of(
            "Identified by other methods",
            "not recorded",
            "Draft strategy, not run",
            "Risk of bias: not assessed, for any study",
            "Certainty: not assessed, for any result",
            "collected by hand")) {
      assertTrue(html.contains(words), words);
    }
    List<String> items = column("prisma-checklist.csv", "Item");
    assertEquals(42, items.size());
    List<String> where = column("prisma-checklist.csv", "Where");
    for (String item : List.of("2", "6", "7", "8", "11", "15", "16b", "18", "22", "24a")) {
      assertTrue(where.get(items.indexOf(item)).startsWith("not done"), item);
    }
    assertFalse(html.contains("NaN"), "a number is missing");
  }

  @Test
  void thePageNeedsNothingElseAndCarriesItsFiles() throws IOException {
    assertFalse(html.contains("<script"));
    assertFalse(Pattern.compile("(src|href)=\"(?!#|data:|https?://)").matcher(html).find());
    for (String name : List.of("citations.bib", "citations.ris", "metafor.csv", "revman.csv")) {
      assertTrue(html.contains("download=\"" + name + "\""), name);
      assertTrue(Files.size(report.resolve(name)) > 0, name);
    }
    assertEquals(
        Pattern.compile("(?m)^@")
            .matcher(Files.readString(report.resolve("citations.bib")))
            .results()
            .count(),
        Pattern.compile("(?m)^ER  -")
            .matcher(Files.readString(report.resolve("citations.ris")))
            .results()
            .count());
  }

  @Test
  void theMapLeadsToTheArms() {
    var links = Pattern.compile("href=\"#(arm-[^\"]+)\"").matcher(html);
    int found = 0;
    while (links.find()) {
      assertTrue(html.contains("id=\"" + links.group(1) + "\""), links.group(1));
      found++;
    }
    assertTrue(found >= 100, found + " links");
  }

  private static List<Path> files(String ending) throws IOException {
    try (var all = Files.list(report)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<String> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().map(r -> String.join(" ", r.getFields())).toList();
    }
  }

  private static List<String> column(String file, String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(report.resolve(file))) {
      return reader.stream().map(r -> r.getField(name)).toList();
    }
  }
}
