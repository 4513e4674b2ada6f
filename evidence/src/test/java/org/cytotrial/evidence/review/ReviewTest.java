package org.cytotrial.evidence.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionWriter;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.records.SourcePosition;
import org.cytotrial.evidence.review.Verdict.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a review: imported, cut short, grouped, undone.
class ReviewTest {
  @TempDir Path root = Path.of("");

  private Review review(int screeners) throws IOException {
    return SmallReview.at(root.resolve("small"), screeners);
  }

  private ImportOutcome add(Review review, String name, int from, int to) throws IOException {
    Path file = SmallReview.file(root, name, SmallReview.ris(from, to));
    return review.importFile(file, Optional.empty());
  }

  private static Decision decide(Review review, String person, Decision.Draft draft)
      throws IOException {
    try (DecisionWriter writer = review.writer(person)) {
      return writer.append(draft);
    }
  }

  private static void screen(Review review, String person, Stage stage, Choice rocks, Choice mice)
      throws IOException {
    try (ScreeningSession session = ScreeningSession.open(review, stage, person)) {
      while (session.next().isPresent()) {
        boolean isRocks = session.next().get().merged().title().startsWith("Rocks");
        Choice choice = isRocks ? rocks : mice;
        session.decide(choice, choice == Choice.EXCLUDE ? "Wrong population" : "");
      }
    }
  }

  @Test
  void theSameFileTwiceAddsNothingAndSaysSo() throws IOException {
    Review review = review(1);
    assertEquals(6, add(review, "pubmed.ris", 0, 6).added());
    ImportOutcome again = add(review, "pubmed-copy.ris", 0, 6);
    assertEquals(0, again.added());
    assertEquals("pubmed.ris, imported on 2026-01-02 from PubMed", again.before().orElse(""));
    ImportOutcome overlapping = add(review, "pubmed-2.ris", 4, 9);
    assertEquals(List.of(3, 2), List.of(overlapping.added(), overlapping.known()));
    assertEquals(9, review.records().records().size());
    assertTrue(Files.exists(review.folder().resolve("imports/pubmed.ris")));
    assertFalse(Files.exists(review.folder().resolve("imports/pubmed-copy.ris")));
  }

  @Test
  void theSameRecordTwiceInOneFileIsTwoRecords() throws IOException {
    Review review = review(1);
    String twice = SmallReview.ris(0, 1) + SmallReview.ris(0, 1);
    ImportOutcome outcome =
        review.importFile(SmallReview.file(root, "pubmed.ris", twice), Optional.empty());
    assertEquals(2, outcome.added());
    assertEquals(1, review.deduplicate().groups());
  }

  /// A crash while records are written: importing again adds what is missing and nothing else.
  @Test
  void recordsCutAtAnyLineAreMadeWholeByImportingAgain() throws IOException {
    Review review = review(1);
    add(review, "pubmed.ris", 0, 4);
    Path records = review.folder().resolve("records.jsonl");
    byte[] whole = Files.readAllBytes(records);
    for (int cut = 0; cut < whole.length; cut += 37) {
      Files.write(records, Arrays.copyOf(whole, cut));
      Files.deleteIfExists(review.folder().resolve("imports.jsonl"));
      add(review, "pubmed.ris", 0, 4);
      Set<String> ids = new HashSet<>();
      review.records().records().forEach(r -> ids.add(r.id()));
      assertEquals(4, ids.size(), "cut at " + cut);
      assertEquals(4, review.records().records().size(), "cut at " + cut);
      assertEquals(List.of(), review.records().problems(), "cut at " + cut);
    }
  }

  @Test
  void aBrokenLineOfRecordsIsNamedAndTheRestIsRead() throws IOException {
    Review review = review(1);
    add(review, "pubmed.ris", 0, 3);
    Path records = review.folder().resolve("records.jsonl");
    Files.writeString(records, Files.readString(records).replaceFirst("\\{\"id\"", "{\"di\""));
    assertEquals(2, review.records().records().size());
    String problem = review.state().warnings().getFirst();
    assertTrue(problem.startsWith("records.jsonl:1: this is not a record"), problem);
  }

  @Test
  void whereRecordsComeFromIsSaidOrGuessed() throws IOException {
    Review review = review(1);
    Path file = SmallReview.file(root, "export.ris", SmallReview.ris(0, 1));
    var unknown =
        assertThrows(
            IllegalArgumentException.class, () -> review.importFile(file, Optional.empty()));
    assertTrue(String.valueOf(unknown.getMessage()).contains("--source"), unknown.getMessage());
    var missing =
        assertThrows(
            IllegalArgumentException.class, () -> review.importFile(file, Optional.of("Scopus")));
    assertTrue(String.valueOf(missing.getMessage()).contains("has PubMed, Embase, By hand"));
    assertEquals("Embase", review.importFile(file, Optional.of("embase")).source());
  }

  @Test
  void nothingIsOverwrittenAndWhatIsNotThereIsSaid() throws IOException {
    review(1);
    String folder = root.resolve("small").toString();
    assertThrows(
        FileAlreadyExistsException.class,
        () -> Review.begin(folder, Optional.empty(), Optional.empty()));
    assertThrows(
        NoSuchFileException.class,
        () -> Review.open(root.resolve("none").toString(), SmallReview.CLOCK));
  }

  @Test
  void aGroupIsMergedFieldByFieldAndCanBeUndone() throws IOException {
    Review review = review(1);
    add(review, "pubmed.ris", 0, 4);
    add(review, "embase.ris", 2, 6);
    review.deduplicate();
    assertEquals(6, review.state().papers().all().size());
    Paper merged =
        review.state().papers().all().stream()
            .filter(p -> p.records().size() == 2)
            .findFirst()
            .orElseThrow();
    SourcePosition origin = merged.merged().origins().get(Field.TITLE);
    assertEquals("pubmed.ris:1", String.valueOf(origin).replaceAll(":\\d+", ":1"));
    String second = merged.records().get(1).id();
    Decision split =
        decide(review, "ada", Decision.Draft.of(second, Stage.DEDUPE, Choice.DIFFERENT, ""));
    assertEquals(7, review.state().papers().all().size());
    decide(review, "ada", Decision.Draft.undo(split));
    assertEquals(6, review.state().papers().all().size());
    List<Paper> papers = review.state().papers().all();
    String first = papers.get(0).id();
    String other = papers.get(5).id();
    decide(
        review,
        "bob",
        new Decision.Draft(first, List.of(other), Stage.DEDUPE, Choice.SAME, "by hand"));
    assertEquals(5, review.state().papers().all().size());
  }

  @Test
  void readingTheLogAgainGivesTheSameOrder() throws IOException {
    Review review = review(2);
    add(review, "pubmed.ris", 0, 25);
    screen(review, "ada", Stage.TITLE, Choice.EXCLUDE, Choice.INCLUDE);
    Path log = review.folder().resolve("decisions/ada.jsonl");
    List<String> lines = Files.readAllLines(log);
    List<Decision> order = review.log().standing(Stage.TITLE);
    assertEquals(25, order.size());
    for (int n = 0; n < lines.size(); n++) {
      Files.write(log, lines.subList(0, n));
      try (ScreeningSession session = ScreeningSession.open(review, Stage.TITLE, "ada")) {
        assertEquals(order.get(n).record(), session.next().orElseThrow().id(), "after " + n);
        assertEquals(n, session.progress().decided());
      }
    }
  }

  @Test
  void undoShowsThePaperAgainAndIsKept() throws IOException {
    Review review = review(1);
    add(review, "pubmed.ris", 0, 6);
    try (ScreeningSession session = ScreeningSession.open(review, Stage.TITLE, "ada")) {
      assertTrue(session.undo().isEmpty());
      Paper shown = session.next().orElseThrow();
      session.decide(Choice.EXCLUDE, "");
      assertEquals(Choice.EXCLUDE, session.undo().orElseThrow().choice());
      assertEquals(shown.id(), session.next().orElseThrow().id());
      assertEquals(0, session.progress().decided());
      session.decide(Choice.INCLUDE, "");
    }
    assertEquals(3, review.log().all().size());
    assertEquals(1, review.log().standing().size());
  }

  @Test
  void conflictsAreForAThird() throws IOException {
    Review review = review(2);
    add(review, "pubmed.ris", 0, 6);
    screen(review, "ada", Stage.TITLE, Choice.EXCLUDE, Choice.INCLUDE);
    screen(review, "bob", Stage.TITLE, Choice.UNSURE, Choice.INCLUDE);
    try (ConflictSession own = ConflictSession.open(review, Stage.TITLE, "bob")) {
      assertEquals(List.of(2, 0), List.of(own.own(), own.left()));
    }
    try (ConflictSession third = ConflictSession.open(review, Stage.TITLE, "cy")) {
      assertEquals(2, third.left());
      assertEquals(2, third.choices(third.next().orElseThrow()).size());
      third.decide(Choice.EXCLUDE, "");
      third.undo();
      assertEquals(2, third.left());
      third.decide(Choice.EXCLUDE, "");
      third.decide(Choice.INCLUDE, "");
    }
    FlowDiagram flow = Review.flow(review.state());
    assertEquals(
        List.of(6, 1, 5),
        List.of(
            flow.databases().screened(), flow.databases().excluded(), flow.databases().sought()));
  }

  @Test
  void nobodyIsAskedForMoreThanTwoDecisions() throws IOException {
    Review review = review(2);
    add(review, "pubmed.ris", 0, 6);
    screen(review, "ada", Stage.TITLE, Choice.EXCLUDE, Choice.INCLUDE);
    screen(review, "bob", Stage.TITLE, Choice.EXCLUDE, Choice.INCLUDE);
    try (ScreeningSession third = ScreeningSession.open(review, Stage.TITLE, "cy")) {
      assertTrue(third.next().isEmpty());
    }
  }

  @Test
  void ofTwoReasonsTheOneRankedFirstIsGiven() throws IOException {
    Review review = review(2);
    add(review, "pubmed.ris", 0, 1);
    screen(review, "ada", Stage.TITLE, Choice.INCLUDE, Choice.INCLUDE);
    screen(review, "bob", Stage.TITLE, Choice.INCLUDE, Choice.INCLUDE);
    Paper paper = review.state().papers().all().getFirst();
    decide(
        review, "ada", Decision.Draft.of(paper.id(), Stage.FULLTEXT, Choice.EXCLUDE, "No results"));
    decide(
        review,
        "bob",
        Decision.Draft.of(paper.id(), Stage.FULLTEXT, Choice.EXCLUDE, "Wrong population"));
    Verdict verdict = Review.screening(review.state(), Stage.FULLTEXT).of(paper);
    assertEquals(State.EXCLUDED, verdict.state());
    assertEquals("Wrong population", verdict.reason());
  }

  @Test
  void aDecisionOnAnUnknownRecordIsNamedAndCountsForNothing() throws IOException {
    Review review = review(1);
    add(review, "pubmed.ris", 0, 1);
    decide(review, "ada", Decision.Draft.of("rgone", Stage.TITLE, Choice.INCLUDE, ""));
    assertTrue(
        review.state().warnings().toString().contains("on the record 'rgone'"),
        review.state().warnings().toString());
    assertEquals(0, Review.flow(review.state()).databases().sought());
    assertThrows(IllegalArgumentException.class, () -> review.state().papers().require("rgone"));
  }

  @Test
  void theFlowSaysWhatIsStillOpen() throws IOException {
    Review review = review(1);
    add(review, "pubmed.ris", 0, 3);
    List<String> problems = Review.flow(review.state()).problems();
    assertTrue(problems.toString().contains("3 records wait for a decision"), problems.toString());
    assertTrue(problems.toString().contains("3 records were not looked at"), problems.toString());
  }

  @Test
  void findKnowsWordsInAllTheirFormsAndWhatIsNew() throws IOException {
    Review review = review(1);
    add(review, "pubmed.ris", 0, 6);
    assertEquals(2, review.find("rock", 20).size());
    assertEquals(1, review.find("title:\"invented valley\" AND year:1992", 20).size());
    assertEquals(6, review.find("author:roe", 20).size());
    add(review, "embase.ris", 8, 9);
    assertEquals(3, review.find("rocks", 20).size());
    assertThrows(IllegalArgumentException.class, () -> review.find("title:(", 20));
  }

  @Test
  void agreementIsCountedOnWhatBothDecided() throws IOException {
    Review review = review(2);
    add(review, "pubmed.ris", 0, 9);
    screen(review, "ada", Stage.TITLE, Choice.EXCLUDE, Choice.INCLUDE);
    screen(review, "bob", Stage.TITLE, Choice.EXCLUDE, Choice.INCLUDE);
    ScreenerAgreement pair = Review.agreement(review.state(), Stage.TITLE).getFirst();
    assertEquals(9, pair.papers());
    assertEquals(1, pair.kappa().estimate(), 1e-12);
  }
}
