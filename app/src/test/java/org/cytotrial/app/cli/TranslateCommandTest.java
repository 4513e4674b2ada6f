package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `translate` on invented strategies.
class TranslateCommandTest {
  @TempDir Path folder = Path.of("");

  private Path strategy(String text) throws IOException {
    Path file = folder.resolve("s.txt");
    Files.writeString(file, text);
    return file;
  }

  @Test
  void printsEachDatabaseAndWhatItCannotSay() throws IOException {
    Path file =
        strategy("1. exp Melanoma/\n2. il-2.ti.\n3. 1 and 2\n4. limit 3 to yr=\"2000 -2010\"\n");
    CommandRun run = CommandRun.of("translate", file, "--to", "pubmed,cochrane");
    assertEquals(0, run.code(), run::err);
    assertEquals(
        """
        == PubMed
        1. "Melanoma"[mh]
        2. il-2[ti]
        3. #1 AND #2
        4. #3 AND ("2000"[Date - Publication] : "2010"[Date - Publication])

        == Cochrane CENTRAL
        1. [mh Melanoma]
        2. il-2:ti
        3. #1 AND #2
        4. #3
           FILE:4:15: left out: Cochrane CENTRAL takes dates only beside the query: set 2000 to 2010 there

        """,
        run.out().replace(file.toString(), "FILE"));
  }

  @Test
  void errorsAreRefusedAllAtOnceAndTheTreeIsShownAllTheSame() throws IOException {
    Path file = strategy("1. (il-2 or ifn.ti.\n2. 1 and 7\n");
    CommandRun run = CommandRun.of("translate", file, "--from", "ovid", "--review", "--json");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("s.txt:1:4: error: '(' is not closed"), run.err());
    assertTrue(run.err().contains("s.txt:2:10: error: there is no line 7"), run.err());
    assertTrue(run.err().contains("error: no range of dates"), run.err());
    JsonNode tree = JsonMapper.builder().build().readTree(run.out());
    assertEquals("(and #1 #7)", tree.at("/lines/1/tree").asString());
    assertEquals(0, tree.path("translations").size());
  }

  @Test
  void namesWhatItDoesNotKnow() throws IOException {
    Path file = strategy("melanoma[ti]");
    CommandRun run = CommandRun.of("translate", file, "--to", "google");
    assertEquals(2, run.code());
    assertTrue(
        run.err().contains("--to is 'google'; it is one of pubmed, ovid, embase"), run.err());
  }

  @Test
  void saysHowManyKnownRecordsAreFound() throws IOException {
    Path records = folder.resolve("known.nbib");
    Files.writeString(
        records, "PMID- 1\nTI  - IL-2 in invented melanoma\n\nPMID- 2\nTI  - Rocks\n");
    Path file = strategy("il-2[ti] AND melanoma*[tiab]");
    CommandRun run = CommandRun.of("translate", file, "--to", "ovid", "--try", records);
    assertTrue(run.err().contains("1 of 2 records are found"), run.err());
  }
}
