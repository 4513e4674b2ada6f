package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.library.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accepted outcomes that become rows of the library, and outcomes that cannot be accepted.
class ReviewPublishCommandTest {
  private static final String HEADER =
      "short_id,fit_weight,endpoint_class,citation,drugs,cytokine,cancer,n_evaluable,responders,cr,orr_pct\n";
  private static final String ROW =
      "New2026,1,systemic_RECIST_WHO,Journal 2026,aldesleukin,IL-2,melanoma,40,8,2,20\n";

  @TempDir Path folder;

  @BeforeEach
  void writeAReview() throws IOException {
    Files.copy(PooledNumbersTest.REVIEW.resolve("protocol.yaml"), folder.resolve("protocol.yaml"));
  }

  private CommandRun publish(String rows, Object... more) throws IOException {
    Files.writeString(folder.resolve("outcomes.csv"), HEADER + rows);
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = "review";
    arguments[1] = "publish";
    arguments[2] = folder;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void aNewArmBecomesARowOfTheLibrary() throws IOException {
    CommandRun run = publish(ROW);
    assertEquals(0, run.code(), run.err());
    List<PublishedArm> published = PublishedRows.of(folder);
    Library library = Library.load(published);
    assertEquals(8, library.publishedArm("New2026").responders().orElseThrow());
    assertEquals(Library.load().evidence().size() + 1, library.evidence().size());
    assertEquals(
        "review cytokine-immunotherapy", PublishedRows.origin(library.publishedArm("New2026")));
  }

  @Test
  void whatWasPublishedIsReplacedOnlyWhenAsked() throws IOException {
    publish(ROW);
    assertEquals(0, publish(ROW).code());
    assertEquals(2, publish(ROW.replace(",8,2,", ",9,2,")).code());
    assertEquals(0, publish(ROW.replace(",8,2,", ",9,2,"), "--replace").code());
    assertEquals(9, PublishedRows.of(folder).getFirst().responders().orElseThrow());
  }

  @Test
  void anArmOfTheLibraryWithOtherOutcomesIsRefused() throws IOException {
    CommandRun run = publish(ROW.replace("New2026", "HDIL2_MEL_Atkins1999"));
    assertEquals(2, run.code());
    assertTrue(
        run.err().contains("arm 'HDIL2_MEL_Atkins1999' stands in library with other values of"),
        run.err());
  }

  @Test
  void countsThatCannotBeAreAllNamedWithTheirLines() throws IOException {
    CommandRun run =
        publish(
            "A,1,x,c,d,IL-2,melanoma,-40,8,2,20\n"
                + "B,1,x,c,d,IL-2,melanoma,40,8.5,2,20\n"
                + "C,1,x,c,d,IL-2,melanoma,40,50,2,20\n"
                + "D,1,x,c,d,IL-2,melanoma,40,8,9,20\n"
                + "E,1,x,c,d,IL-2,melanoma,40,eight,2,120\n");
    assertEquals(2, run.code());
    for (String part :
        List.of(
            "outcomes.csv:2: -40 is no number of patients; it cannot be negative.",
            "outcomes.csv:3: 8.5 is no whole number of patients.",
            "outcomes.csv:4: more responders than patients: 50 of 40.",
            "outcomes.csv:5: more complete responses than responders: 9 of 8.",
            "outcomes.csv:6: 'responders' is 'eight'; a number is expected.",
            "outcomes.csv:6: 120.0 is no per cent.")) {
      assertTrue(run.err().contains(part), part + " is not in\n" + run.err());
    }
  }

  @Test
  void aReviewWithoutOutcomesSaysHowToGetThem() {
    CommandRun run = CommandRun.of("review", "synthesise", folder, "--out", folder.resolve("out"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("review extract"), run.err());
  }

  @Test
  void oneStudyIsListedAndNothingIsPooled() throws IOException {
    Files.writeString(folder.resolve("outcomes.csv"), HEADER + ROW);
    CommandRun run = CommandRun.of("review", "report", folder, "--out", folder.resolve("out"));
    assertEquals(0, run.code(), run.err());
    String html = Files.readString(folder.resolve("out").resolve("report.html"));
    assertTrue(html.contains("Nothing could be pooled."));
    assertTrue(html.contains("20.0 % [10.5, 34.8] (8/40)"));
  }
}
