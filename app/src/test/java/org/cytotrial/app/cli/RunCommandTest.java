package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `run`: files, places, and the same bytes for any number of threads.
class RunCommandTest {
  private static final List<String> FILES =
      List.of("manifest.json", "patients.csv", "report.html", "summary.csv");

  @TempDir Path folder = Path.of("");

  /// 40 patients: with fewer, no weights meet the published outcomes.
  private CommandRun run(Path out, int threads) {
    CommandRun run =
        CommandRun.of(
            "run",
            "high-dose-il2-melanoma",
            "--patients",
            40,
            "--threads",
            threads,
            "--out",
            out,
            "--json");
    assertEquals(0, run.code(), run::err);
    return run;
  }

  @Test
  void everythingButTheManifestHasTheSameBytesWithOneTwoAndSevenThreads() throws IOException {
    for (int threads : new int[] {1, 2, 7}) {
      run(folder.resolve("t" + threads), threads);
    }
    for (String file : FILES) {
      if (!file.equals("manifest.json")) {
        byte[] one = Files.readAllBytes(folder.resolve("t1").resolve(file));
        assertArrayEquals(one, Files.readAllBytes(folder.resolve("t2").resolve(file)), file);
        assertArrayEquals(one, Files.readAllBytes(folder.resolve("t7").resolve(file)), file);
      }
    }
  }

  @Test
  void jsonAndFilesAreAsInTheContract() throws IOException {
    Path out = Files.createDirectory(folder.resolve("empty"));
    CommandRun run = run(out, 2);
    try (var files = Files.list(out)) {
      assertEquals(FILES, files.map(p -> p.getFileName().toString()).sorted().toList());
    }
    Map<?, ?> json = JsonMapper.builder().build().readValue(run.out(), Map.class);
    assertTrue(
        json.keySet()
            .containsAll(
                List.of("study", "seed", "patients", "drawn", "rejected", "ess", "out", "arms")),
        json.keySet()::toString);
    assertEquals(40, json.get("patients"));
    assertEquals(out.toString(), json.get("out"));
    String header = Files.readAllLines(out.resolve("summary.csv")).getFirst();
    assertEquals(
        "arm,endpoint,n,value,low,high,unit,weighted,published,published_n,published_id,fitted,citation",
        header);
    List<String> patients = Files.readAllLines(out.resolve("patients.csv"));
    assertEquals(1 + 3 * 40, patients.size());
    assertTrue(patients.getFirst().startsWith("patient,arm,weight,vt0_mL,"), patients.getFirst());
    assertTrue(patients.getFirst().endsWith(",failed"), patients.getFirst());
  }

  @Test
  void withoutOutTheFirstFreeNameIsTaken() throws IOException {
    Path shelf = folder.resolve("out");
    for (String name : List.of("study", "study-2", "study-3")) {
      Path written = OutputFolder.of(Optional.empty(), shelf, "study").write(Map.of("a.txt", "b"));
      assertEquals(shelf.resolve(name), written);
      assertEquals("b", Files.readString(written.resolve("a.txt")));
    }
    try (var all = Files.list(shelf)) {
      assertEquals(3, all.count());
    }
  }

  @Test
  void aFileIsNoOutputFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    CommandRun run = CommandRun.of("run", "high-dose-il2-melanoma", "--out", file);
    assertEquals(2, run.code());
    assertEquals("mine", Files.readString(file));
  }
}
