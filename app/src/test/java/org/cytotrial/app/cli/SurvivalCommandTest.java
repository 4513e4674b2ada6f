package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/// `survival`: remission under 6-mercaptopurine and placebo, weeks (Freireich et al. 1963, Blood
/// 21, 699–716), whose log-rank statistic is 16.79 and hazard ratio 0.2076 with Efron's ties; and
/// every kind of bad table.
class SurvivalCommandTest {
  private static final int[] DRUG = {
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
  };
  private static final int[] PLACEBO = {
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  @TempDir Path folder = Path.of("");

  private static String remission() {
    StringBuilder csv = new StringBuilder("weeks,relapse,arm,age\n");
    for (int i = 0; i < DRUG.length; i++) {
      csv.append(Math.abs(DRUG[i]))
          .append(DRUG[i] > 0 ? ",1,drug," : ",0,drug,")
          .append(i % 5)
          .append('\n');
      csv.append(PLACEBO[i]).append(",1,placebo,").append(i % 7).append('\n');
    }
    return csv.toString();
  }

  private CommandRun run(String csv, Object... arguments) throws IOException {
    Path file = Files.writeString(folder.resolve("patients.csv"), csv);
    List<Object> all =
        new ArrayList<>(List.of("survival", file, "--time", "weeks", "--event", "relapse"));
    all.addAll(Arrays.asList(arguments));
    return CommandRun.of(all.toArray());
  }

  private JsonNode json(String csv, Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--json");
    CommandRun run = run(csv, all.toArray());
    assertEquals(0, run.code(), run::err);
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void twoGroups() throws IOException {
    JsonNode answer = json(remission(), "--group", "arm");
    assertEquals("drug", answer.at("/groups/0/group").asString());
    assertEquals(23, answer.at("/groups/0/median").asDouble());
    assertTrue(answer.at("/groups/0/median_ci/1").isNull());
    assertEquals(8, answer.at("/groups/1/median").asDouble());
    assertEquals(23, answer.at("/groups/0/rmst/tau").asDouble());
    assertEquals(16.79, answer.at("/logrank/chi2").asDouble(), 5e-3);
    assertEquals(9, answer.at("/logrank/groups/0/O").asDouble());
    assertTrue(answer.at("/logrank/V").isNumber());
    assertEquals(1 / 0.2076, answer.at("/cox/hr").asDouble(), 5e-3);
    assertEquals(1.57213, answer.at("/cox/coefficient").asDouble(), 5e-6);
    JsonNode breslow = json(remission(), "--group", "arm", "--ties", "breslow");
    assertEquals(1.50919, breslow.at("/cox/coefficient").asDouble(), 5e-6);
  }

  @Test
  void covariates() throws IOException {
    JsonNode answer = json(remission(), "--covariates", "arm,age");
    assertTrue(answer.get("logrank").isNull());
    assertEquals("armplacebo", answer.at("/cox/coefficients/0/name").asString());
    assertEquals("age", answer.at("/cox/coefficients/1/name").asString());
  }

  @Test
  void forPeople() throws IOException {
    CommandRun run = run(remission(), "--group", "arm");
    for (String word :
        List.of("placebo", "restricted mean", "log-rank: chi2 16.79", "hazard ratio")) {
      assertTrue(run.out().contains(word), () -> word + " is not in " + run.out());
    }
  }

  @Test
  void separatedGroupsShowNoHazardRatio() throws IOException {
    CommandRun run =
        run(
            "weeks,relapse,arm\n1,1,a\n2,1,a\n3,1,a\n9,0,b\n9,0,b\n9,0,b\n",
            "--group",
            "arm",
            "--json");
    assertEquals(0, run.code(), run::err);
    assertTrue(JsonMapper.shared().readTree(run.out()).get("cox").isNull());
    assertTrue(run.err().contains("no finite estimate"), run::err);
  }

  @Test
  void badTables() throws IOException {
    assertRefused(
        run("weeks,relapse\n-1,1\n2,3\n", "--json"),
        "patients.csv:2",
        "negative",
        "patients.csv:3",
        "relapse");
    assertRefused(run("weeks,died\n1,1\n"), "patients.csv:1", "'relapse'", "died");
    assertRefused(run("weeks,relapse\n"), "no rows");
    assertRefused(run(remission(), "--group", "sex"), "'sex'");
    assertRefused(run(remission(), "--ties", "exact"), "exact", "efron");
  }

  @Test
  void emptyCellsAreLeftOutWithTheirPlace() throws IOException {
    CommandRun run = run("weeks,relapse\n1,1\nNA,1\n3,0\n", "--json");
    assertEquals(0, run.code(), run::err);
    assertTrue(run.err().contains("patients.csv:3"), run::err);
    assertEquals(2, JsonMapper.shared().readTree(run.out()).at("/groups/0/n").asInt());
  }

  private static void assertRefused(CommandRun run, String... words) {
    assertEquals(2, run.code(), run::err);
    for (String word : words) {
      assertTrue(run.err().contains(word), () -> "'" + word + "' is not in: " + run.err());
    }
    assertEquals("", run.out());
  }
}
