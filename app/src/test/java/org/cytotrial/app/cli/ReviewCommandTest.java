package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A small made-up review from the protocol to the flow diagram, through the commands.
class ReviewCommandTest {
  private static final List<String> EXPORTS =
      List.of("pubmed.ris", "embase.ris", "clinicaltrials.gov.ris", "citation-searching.ris");

  @TempDir Path root = Path.of("");
  private String review = "";

  @BeforeEach
  void begin() throws IOException {
    review = root.resolve("small").toString();
    done("", "review", "new", review);
    Files.writeString(root.resolve("small/protocol.yaml"), resource("protocol.yaml"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReviewCommandTest.class.getResourceAsStream("review/" + name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static CommandRun done(String input, Object... arguments) {
    CommandRun run = CommandRun.answering(input, arguments);
    assertEquals(0, run.code(), run::err);
    return run;
  }

  private void importAll() throws IOException {
    for (String name : EXPORTS) {
      Path file = root.resolve(name);
      Files.writeString(file, resource(name));
      done("", "review", "import", review, file);
    }
  }

  /// Presses a key for each paper shown: one for rocks, one for a trial of rats, one for all else.
  private void screen(String person, String stage, String rocks, String rats, String others) {
    while (true) {
      CommandRun look = done("q\n", "review", "screen", review, "--stage", stage, "--as", person);
      if (look.out().contains("Nothing is left")) {
        return;
      }
      String key =
          look.err().contains("Rocks") ? rocks : look.err().contains("in rats") ? rats : others;
      done(key + "\nq\n", "review", "screen", review, "--stage", stage, "--as", person);
    }
  }

  private String recordOf(String title) {
    String found = done("", "review", "find", review, "title:\"" + title + "\"").out();
    return found.substring(0, found.indexOf(' '));
  }

  @Test
  void fromProtocolToFlow() throws IOException {
    importAll();
    assertTrue(done("", "review", "dedupe", review).out().startsWith("19 records, 14 papers"));
    screen("ada", "title", "e", "i", "i");
    screen("bob", "title", "e", "e", "i");
    done("i\n", "review", "screen", review, "--stage", "title", "--as", "cy", "--resolve");
    String lost = recordOf("by another route");
    done("", "review", "retrieve", review, "--as", "ada", "--record", lost, "--missing", "no copy");
    screen("ada", "fulltext", "e1", "2", "i");
    screen("bob", "fulltext", "e1", "1", "i");
    done("y\n", "review", "link", review, "--suggest", "--as", "ada");
    Path svg = root.resolve("flow.svg");
    Path csv = root.resolve("flow.csv");
    CommandRun flow = done("", "review", "flow", review, "--svg", svg, "--csv", csv);
    assertEquals(resource("flow.csv"), Files.readString(csv));
    assertTrue(flow.out().endsWith("It adds up." + System.lineSeparator()), flow.out());
    assertTrue(Files.readString(svg).contains("Reports of included studies"));
    JsonNode json =
        JsonMapper.builder().build().readTree(done("", "review", "flow", review, "--json").out());
    assertTrue(json.get("adds_up").asBoolean());
    JsonNode agreement =
        JsonMapper.builder()
            .build()
            .readTree(
                done("", "review", "screen", review, "--stage", "title", "--agreement", "--json")
                    .out());
    assertEquals(14, agreement.get(0).get("papers").asInt());
    assertTrue(agreement.get(0).get("kappa").asDouble() > 0.7);
  }

  @Test
  void choicesOfTheOtherScreenerAreNotShown() throws IOException {
    importAll();
    done("", "review", "dedupe", review);
    screen("ada", "title", "e", "i", "i");
    CommandRun bob = done("q\n", "review", "screen", review, "--stage", "title", "--as", "bob");
    assertFalse((bob.out() + bob.err()).contains("ada"), bob.err());
    assertTrue(bob.out().startsWith("0 of 14 decided, 0 relevant"), bob.out());
    assertFalse(bob.err().contains("\u001b["), "marks only on a terminal");
  }

  @Test
  void keysThatMeanNothingAreSaidAndUndoTakesBack() throws IOException {
    importAll();
    done("", "review", "dedupe", review);
    CommandRun run =
        done(
            "x\n9\n?\ni\nz\ne\nq\n", "review", "screen", review, "--stage", "title", "--as", "ada");
    assertTrue(run.err().contains("'x' means nothing here"), run.err());
    assertTrue(run.err().contains("There are 3 reasons, no number 9"), run.err());
    assertTrue(run.err().contains("Took back 'include'"), run.err());
    assertTrue(run.out().startsWith("1 of 14 decided, 0 relevant"), run.out());
  }

  @Test
  void aBrokenLogIsNamedAndTheRestGoesOn() throws IOException {
    importAll();
    done("", "review", "dedupe", review);
    done("i\ni\ni\n", "review", "screen", review, "--stage", "title", "--as", "ada");
    Path log = root.resolve("small/decisions/ada.jsonl");
    String text = Files.readString(log);
    Files.writeString(log, text.substring(0, text.length() - 40));
    CommandRun flow = done("", "review", "flow", review);
    assertTrue(
        flow.err().contains("decisions/ada.jsonl:3: the last line was cut short"), flow.err());
    done("i\nq\n", "review", "screen", review, "--stage", "title", "--as", "ada");
    assertEquals(3, Files.readAllLines(log).size());
    assertFalse(done("", "review", "flow", review).err().contains("cut short"));
  }

  @Test
  void groupsAreJoinedSplitAndUndone() throws IOException {
    importAll();
    done("", "review", "dedupe", review);
    String a = recordOf("dose finding");
    String b = recordOf("in rats");
    CommandRun join = done("", "review", "dedupe", review, "--as", "ada", "--join", a, b);
    assertTrue(join.out().startsWith("19 records, 13 papers"), join.out());
    String id = join.err().strip().replace("decision ", "");
    assertTrue(
        done("", "review", "dedupe", review, "--as", "ada", "--undo", id)
            .out()
            .startsWith("19 records, 14 papers"));
    assertEquals(2, CommandRun.of("review", "dedupe", review, "--join", a, b).code());
    assertEquals(
        2, CommandRun.of("review", "dedupe", review, "--as", "ada", "--join", a, "rnone").code());
  }

  @Test
  void wrongUseIsSaid() throws IOException {
    assertEquals(2, CommandRun.of("review").code());
    assertEquals(2, CommandRun.of("review", "new", review).code());
    assertEquals(2, CommandRun.of("review", "flow", root.resolve("none")).code());
    assertEquals(
        2, CommandRun.of("review", "screen", review, "--stage", "lunch", "--as", "ada").code());
    CommandRun nobody = CommandRun.of("review", "screen", review, "--stage", "title");
    assertEquals(2, nobody.code());
    assertTrue(nobody.err().contains("Who decides? Say --as NAME."), nobody.err());
    Path protocol = root.resolve("small/protocol.yaml");
    Files.writeString(protocol, Files.readString(protocol).replace("  from: 1985\n", ""));
    CommandRun undated = CommandRun.of("review", "flow", review);
    assertEquals(2, undated.code());
    assertTrue(undated.err().contains("'from' is missing"), undated.err());
    try (Stream<Path> logs = Files.list(root.resolve("small/decisions"))) {
      assertEquals(0, logs.count());
    }
  }
}
