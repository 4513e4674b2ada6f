package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The study that ships has the shape that the trials have: response 10–25 % for high-dose IL-2 and
/// 30–50 % for nivolumab, some complete responses that last, median doses 7–9 in cycle 1 and 6–9 in
/// cycle 2 of 14, and without treatment every tumour progresses.
///
/// All bars are tested on the unweighted population, in the study exactly as it ships: 1,000
/// patients.
class ShippedStudyTest {
  @TempDir Path folder = Path.of("");

  @Test
  void highDoseInterleukin2InMelanoma() throws IOException {
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("run", "high-dose-il2-melanoma", "--out", out, "--json");
    assertEquals(0, run.code(), run::err);
    JsonNode trial = JsonMapper.builder().build().readTree(run.out());
    assertWithin(10, 25, trial, "high-dose IL-2", "objective_response");
    assertWithin(30, 50, trial, "nivolumab", "objective_response");
    assertWithin(0, 0, trial, "no treatment", "objective_response");
    assertWithin(7, 9, trial, "high-dose IL-2", "doses_cycle1");
    assertWithin(6, 9, trial, "high-dose IL-2", "doses_cycle2");
    List<Map<String, String>> patients = rows(out.resolve("patients.csv"));
    assertTrue(lastingCompleteResponses(patients, "high-dose IL-2") > 0);
    assertTrue(lastingCompleteResponses(patients, "nivolumab") > 0);
    assertTrue(
        patients.stream()
            .filter(p -> "no treatment".equals(p.get("arm")))
            .allMatch(p -> isTrue(p.get("pfs_event"))));
    assertTrue(
        Files.readString(out.resolve("report.html")).contains("within a day of the first dose"));
  }

  private static void assertWithin(
      double low, double high, JsonNode trial, String arm, String endpoint) {
    for (JsonNode a : trial.get("arms")) {
      for (JsonNode e : a.get("endpoints")) {
        boolean asked =
            a.get("arm").asString().equals(arm)
                && e.get("endpoint").asString().equals(endpoint)
                && !e.get("weighted").asBoolean();
        if (asked) {
          double value = e.get("value").asDouble();
          assertTrue(value >= low && value <= high, arm + " " + endpoint + " " + value);
          return;
        }
      }
    }
    throw new AssertionError("no " + endpoint + " of " + arm);
  }

  private static long lastingCompleteResponses(List<Map<String, String>> patients, String arm) {
    return patients.stream()
        .filter(p -> arm.equals(p.get("arm")) && "CR".equals(p.get("best_response")))
        .filter(p -> !isTrue(p.get("pfs_event")))
        .count();
  }

  private static boolean isTrue(@org.jspecify.annotations.Nullable String text) {
    return "1".equals(text) || "true".equals(text);
  }

  private static List<Map<String, String>> rows(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    String[] header = lines.getFirst().split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
