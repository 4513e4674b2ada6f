package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The commands that look things up, convert and simulate.
class SmallCommandsTest {
  @TempDir Path folder = Path.of("");

  private static CommandRun done(Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(0, run.code(), run::err);
    return run;
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command :
        List.of(
            "run",
            "study",
            "simulate",
            "convert",
            "studies",
            "drugs",
            "parameters",
            "evidence",
            "dedupe")) {
      assertTrue(done(command, "--help").out().contains("Example:  cytotrial " + command), command);
    }
  }

  @Test
  void listsAndDetailsInTextAndJson() {
    for (String[] question :
        new String[][] {
          {"studies", "high-dose-il2-melanoma"},
          {"drugs", "aldesleukin"},
          {"parameters", "k_ctl"},
          {"evidence", "CM067_NIVO"}
        }) {
      assertTrue(done(question[0]).out().contains(question[1]));
      assertTrue(done(question[0], question[1]).out().contains(question[1]));
      JsonMapper json = JsonMapper.builder().build();
      assertTrue(json.readTree(done(question[0], "--json").out()).isArray());
      assertTrue(json.readTree(done(question[0], question[1], "--json").out()).isObject());
    }
  }

  @Test
  void aPrintedStudyCanBeCheckedAsAFile() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, done("studies", "high-dose-il2-melanoma").out());
    assertTrue(done("study", file, "--check").out().contains("is sound"));
    assertTrue(
        done("study", file, "--calendar")
            .out()
            .contains("aldesleukin, 14 doses, days 0 1/3 2/3 1"));
  }

  /// Specification section 16, item 6: VT 154.77 mL at day 84 for the untreated default patient.
  @Test
  void theUntreatedDefaultPatientGrowsAsSpecified() throws IOException {
    Path csv = folder.resolve("untreated.csv");
    done("simulate", "reference", "--until", 84, "--steps", 84, "--all", "--out", csv);
    List<String> lines = Files.readAllLines(csv);
    assertEquals(86, lines.size());
    List<String> header = List.of(lines.getFirst().split(",", -1));
    List<String> last = List.of(lines.getLast().split(",", -1));
    assertEquals("84", last.getFirst());
    assertEquals(154.77038927, Double.parseDouble(last.get(header.indexOf("VT"))), 154.77 * 1e-5);
  }

  @Test
  void theReferenceGoesOutAsSbmlAndAntimonyAndComesBackWithTheSameNumbers() throws IOException {
    String direct = done("simulate", "reference", "--until", 21, "--steps", 3).out();
    for (String name : List.of("reference.xml", "reference.ant")) {
      Path file = folder.resolve(name);
      done("convert", "reference", file);
      List<String> back =
          done("simulate", file, "--until", 21, "--steps", 3).out().lines().toList();
      List<String> expected = direct.lines().toList();
      assertEquals(expected.getFirst(), back.getFirst());
      for (int row = 1; row < expected.size(); row++) {
        String[] a = expected.get(row).split(",", -1);
        String[] b = back.get(row).split(",", -1);
        for (int i = 0; i < a.length; i++) {
          double value = Double.parseDouble(a[i]);
          assertEquals(value, Double.parseDouble(b[i]), 1e-9 + 1e-6 * Math.abs(value), name);
        }
      }
    }
  }

  @Test
  void repeatsAreTimedAsJson() {
    Map<?, ?> times =
        JsonMapper.builder()
            .build()
            .readValue(
                done("simulate", "reference", "--until", 10, "--repeat", 3, "--json").out(),
                Map.class);
    assertEquals(3, times.get("n"));
    assertTrue(
        times
            .keySet()
            .containsAll(List.of("load_ms", "compile_ms", "median_ms", "min_ms", "kernel")));
  }
}
