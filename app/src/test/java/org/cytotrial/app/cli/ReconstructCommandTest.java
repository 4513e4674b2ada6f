package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `reconstruct`: ten patients of whom four have an event, and every kind of bad table.
class ReconstructCommandTest {
  private static final String CURVE = "time,survival\n1,0.9\n2,0.8\n6,0.6\n8,0.6\n";
  private static final String RISK = "time,at_risk\n0,10\n4,8\n";

  @TempDir Path folder = Path.of("");

  private CommandRun run(String curve, String risk, Object... arguments) throws IOException {
    Path clicks = Files.writeString(folder.resolve("curve.csv"), curve);
    Path table = Files.writeString(folder.resolve("risk.csv"), risk);
    List<Object> all = new ArrayList<>(List.of("reconstruct", clicks, "--at-risk", table));
    all.addAll(List.of("--out", folder.resolve("arm.csv")));
    all.addAll(Arrays.asList(arguments));
    return CommandRun.of(all.toArray());
  }

  @Test
  void writesARowForEachPatient() throws IOException {
    CommandRun run = run(CURVE, RISK, "--clicks", "steps", "--json");
    assertEquals(0, run.code(), run::err);
    JsonNode answer = JsonMapper.shared().readTree(run.out());
    assertEquals(10, answer.get("patients").asInt());
    assertEquals(4, answer.get("events").asInt());
    assertTrue(answer.get("median").isNull());
    assertEquals(
        "time,event\n1.0,1\n2.0,1\n6.0,1\n6.0,1\n" + "8.0,0\n".repeat(6),
        Files.readString(folder.resolve("arm.csv")));
  }

  @Test
  void forPeopleInPercentWithATotal() throws IOException {
    CommandRun run = run("time,survival\n1,100.5\n2,80\n6,82\n8,60\n", RISK, "--events", "5");
    assertEquals(0, run.code(), run::err);
    for (String word : List.of("10 patients, 5 events", "median")) {
      assertTrue(run.out().contains(word), () -> word + " is not in " + run.out());
    }
    for (String word : List.of("percentages", "1 of 4 clicks rise", "0.50 points")) {
      assertTrue(run.err().contains(word), () -> word + " is not in " + run.err());
    }
  }

  @Test
  void allThatIsWrongInBothTablesAtOnce() throws IOException {
    CommandRun run =
        run(
            "time,survival\n1,0.9\nsoon,0.8\n3,\n-4,0.6\n5,-0.4\n",
            "time,at_risk\n0,10\n4,7.5\n",
            "--json");
    assertRefused(
        run,
        "curve.csv:3: 'time' is 'soon'",
        "curve.csv:4: 'survival' is empty",
        "curve.csv:5: time is -4.0",
        "curve.csv:6: survival is -0.4",
        "risk.csv:3: 'at_risk' is 7.5");
  }

  @Test
  void tablesThatCannotBe() throws IOException {
    assertRefused(
        run(CURVE, "time,at_risk\n1,10\n3,12\n3,9\n"),
        "risk.csv:2",
        "risk.csv:3",
        "rise from 10 to 12",
        "risk.csv:4: time 3.0 does not come after 3.0");
    assertRefused(run(CURVE, RISK, "--events", "11"), "--events: 11", "10 patients");
    assertRefused(
        run("t,survival\n1,0.5\n", "time,n\n0,5\n"),
        "curve.csv:1",
        "'time'",
        "risk.csv:1",
        "'at_risk'");
    assertRefused(run("time,survival\n", RISK), "no rows");
    assertRefused(run(CURVE, RISK, "--clicks", "peaks"), "peaks", "anywhere, steps");
    assertRefused(
        CommandRun.of(
            "reconstruct",
            folder.resolve("no.csv"),
            "--at-risk",
            folder.resolve("none.csv"),
            "--out",
            folder.resolve("arm.csv")),
        "no.csv' does not exist",
        "none.csv' does not exist");
    assertFalse(Files.exists(folder.resolve("arm.csv")));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(folder.resolve("arm.csv"), "mine");
    assertRefused(run(CURVE, RISK), "nothing is overwritten");
    assertEquals("mine", Files.readString(folder.resolve("arm.csv")));
  }

  private static void assertRefused(CommandRun run, String... words) {
    assertEquals(2, run.code(), run::err);
    for (String word : words) {
      assertTrue(run.err().contains(word), () -> "'" + word + "' is not in: " + run.err());
    }
    assertEquals("", run.out());
  }
}
