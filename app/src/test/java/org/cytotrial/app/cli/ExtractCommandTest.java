package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A made-up abstract, extracted by command and accepted in a review.
class ExtractCommandTest {
  private static final String NBIB =
      """
      PMID- 99999991
      TI  - Phase II trial of aldesleukin in metastatic melanoma
      AB  - METHODS: A total of 40 patients with metastatic melanoma received aldesleukin
            18 MIU/m2 subcutaneously every 8 hours. RESULTS: Objective responses were seen in
            6 patients (15%). Median overall survival was 11.5 months.
      FAU - Roe, Jane
      DP  - 1999
      JT  - Journal of Invention

      """;

  private static final String PROTOCOL =
      """
      review: small
      question:
        population: mice
        intervention: interleukin-2
        comparator: none
        outcome: survival
      eligibility:
        include: [trial of interleukin-2]
        exclude: [geology]
      reasons: [Wrong population]
      sources:
        - {name: PubMed, kind: database}
      dates: {from: 1985, to: 2026}
      screeners: 1
      synthesis: {measure: PLO, method: REML}
      """;

  @TempDir Path root = Path.of("");

  private CommandRun done(String input, Object... arguments) {
    CommandRun run = CommandRun.answering(input, arguments);
    assertEquals(0, run.code(), run::err);
    return run;
  }

  private Path abstracts() throws IOException {
    Path file = root.resolve("pubmed.nbib");
    Files.writeString(file, NBIB);
    return file;
  }

  @Test
  void jsonHasPerDocumentTheValuesWithOffsetsInTheTextPrinted() throws IOException {
    Path file = abstracts();
    JsonNode document =
        JsonMapper.builder().build().readTree(done("", "extract", file, "--json").out()).get(0);
    assertEquals("99999991", document.path("document").asString());
    String text = done("", "extract", file, "--text").out();
    boolean total = false;
    for (JsonNode value : document.path("values")) {
      String words = text.substring(value.path("start").asInt(), value.path("end").asInt());
      if (value.path("field").asString().equals("total_n")) {
        assertEquals(40, value.path("value").asDouble());
        assertEquals("40", words);
        total = true;
      }
      assertTrue(text.contains(value.path("sentence").asString()), words);
    }
    assertTrue(total, document.toString());
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndTheOthersAreRead() throws IOException {
    Path broken = root.resolve("broken.pdf");
    Files.writeString(broken, "%PDF-1.4 nothing");
    CommandRun run = CommandRun.answering("", "extract", broken, abstracts());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("broken.pdf: the PDF cannot be read"), run.err());
    assertTrue(run.out().contains("total_n"), run.out());
  }

  @Test
  void acceptedValuesBecomeARowOfOutcomes() throws IOException {
    String review = root.resolve("small").toString();
    done("", "review", "new", review);
    Files.writeString(root.resolve("small/protocol.yaml"), PROTOCOL);
    done("", "review", "import", review, abstracts());
    done("", "review", "dedupe", review);
    done("i\n", "review", "screen", review, "--stage", "title", "--as", "ada");
    done("i\n", "review", "screen", review, "--stage", "fulltext", "--as", "ada");
    CommandRun first = done("c 41\nz\na\nq\n", "review", "extract", review, "--as", "ada");
    assertTrue(first.err().contains("total_n = 40 patients"), first.err());
    assertTrue(first.err().contains("Took back total_n = 41."), first.err());
    done("a\n".repeat(40), "review", "extract", review, "--as", "ada");
    String table = Files.readString(root.resolve("small/outcomes.csv"));
    assertTrue(table.contains("aldesleukin,IL-2,native,18,MIU,per_m2,sc,8"), table);
    assertTrue(table.contains("melanoma,metastatic,40,6,,15,"), table);
    assertFalse(table.contains("41"), table);
    Files.writeString(root.resolve("small/outcomes.csv"), "short_id\nby hand\n");
    CommandRun again = done("", "review", "extract", review, "--as", "ada");
    assertTrue(again.err().contains("was written by hand and stays as it is"), again.err());
    assertEquals("short_id\nby hand\n", Files.readString(root.resolve("small/outcomes.csv")));
  }
}
