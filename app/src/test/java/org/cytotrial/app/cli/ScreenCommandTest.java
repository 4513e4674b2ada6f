package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `screen` on records that were made up.
class ScreenCommandTest {
  private static final String LABELLED =
      """
      record_id,title,abstract,label_included
      a,Interleukin-2 in invented melanoma,High-dose interleukin-2 was given.,1
      b,Bridges of steel,Rust and how it is removed.,0
      c,Interleukin-2 again,"Interleukin-2, given weekly.",1
      "d,1",Bridges of wood,Rot and how it is removed.,0
      e,Bridges of stone,,0
      """;

  @TempDir Path folder = Path.of("");
  private Path labelled = Path.of("");
  private Path priors = Path.of("");
  private Path order = Path.of("");

  @BeforeEach
  void write() throws IOException {
    labelled = folder.resolve("labelled.csv");
    priors = folder.resolve("priors.csv");
    order = folder.resolve("order.csv");
    Files.writeString(labelled, LABELLED);
    Files.writeString(priors, "record_id\na\nb\n");
  }

  @Test
  void theOrderEndsWithTheLastRelevantRecordAndLeavesOutThePriors() throws IOException {
    CommandRun run =
        CommandRun.of("screen", labelled, "--priors", priors, "--out", order, "--json");
    assertEquals(0, run.code(), run::err);
    assertEquals(List.of("position,record_id", "1,c"), Files.readAllLines(order));
    JsonNode json = JsonMapper.builder().build().readTree(run.out());
    assertEquals(1, json.get("shown").asInt());
    assertTrue(json.get("milliseconds").get("run").asDouble() > 0, run::out);
    assertTrue(json.get("milliseconds").has("load"), run::out);
    assertTrue(json.get("milliseconds").has("features"), run::out);
  }

  @Test
  void allShowsEveryRecordOnceFromTheCriteria() throws IOException {
    Path criteria = folder.resolve("criteria.txt");
    Files.writeString(criteria, "Trials of interleukin-2 in melanoma. Bridges are excluded.");
    CommandRun run =
        CommandRun.of("screen", labelled, "--criteria", criteria, "--all", "--out", order);
    assertEquals(0, run.code(), run::err);
    List<String> rows = Files.readAllLines(order);
    assertEquals(Set.of("a", "c"), Set.of(rows.get(1).substring(2), rows.get(2).substring(2)));
    assertEquals(6, rows.size());
    assertTrue(rows.stream().anyMatch(r -> r.endsWith(",\"d,1\"")), rows::toString);
  }

  @Test
  void mistakesAreSaidAllAtOnceAndNothingIsWritten() throws IOException {
    Files.writeString(labelled, LABELLED + "a,Twice,,maybe\n");
    CommandRun run = CommandRun.of("screen", labelled, "--priors", priors, "--out", order);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("labelled.csv:7: record_id 'a' stands twice"), run.err());
    assertTrue(run.err().contains("'label_included' is 'maybe'"), run.err());
    assertFalse(Files.exists(order));
  }

  @Test
  void priorsThatAreNotRecordsAndNoStartAtAllAreRefused() throws IOException {
    Files.writeString(priors, "record_id\nzz\n");
    CommandRun run = CommandRun.of("screen", labelled, "--priors", priors, "--out", order);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("priors.csv:2: record_id 'zz' is not in"), run.err());
    CommandRun none = CommandRun.of("screen", labelled, "--out", order);
    assertEquals(2, none.code());
    assertTrue(none.err().contains("--priors FILE, --criteria FILE"), none.err());
  }
}
