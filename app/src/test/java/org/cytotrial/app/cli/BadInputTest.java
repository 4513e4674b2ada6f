package org.cytotrial.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of bad input: one clear message each, exit code 2, nothing half-written.
class BadInputTest {
  private static final String SOUND =
      """
      study: small
      indication: metastatic melanoma
      patients: 5
      follow_up: 100 days
      body:
        weight: 70 kg
      arms:
        - name: high-dose IL-2
          regimen:
            - product: aldesleukin
              dose: 600000 IU/kg
              route: iv
              every: 8 h
              doses: 14
      """;

  @TempDir Path folder = Path.of("");
  private Path study = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void placeFiles() {
    study = folder.resolve("small.yaml");
    out = folder.resolve("result");
  }

  /// Runs the sound study with one line changed.
  private CommandRun changed(String line, String by) throws IOException {
    assertTrue(SOUND.contains(line), line);
    return written(SOUND.replace(line, by));
  }

  private CommandRun written(String yaml) throws IOException {
    Files.writeString(study, yaml);
    return CommandRun.of("run", study, "--out", out);
  }

  private void assertRefused(CommandRun run, String... words) throws IOException {
    assertEquals(2, run.code(), run::err);
    for (String word : words) {
      assertTrue(run.err().contains(word), () -> "'" + word + "' is not in: " + run.err());
    }
    assertFalse(run.err().contains("\tat "), run::err);
    assertEquals("", run.out());
    assertFalse(Files.exists(out));
    try (var left = Files.list(folder)) {
      List<Path> others = left.filter(p -> !p.equals(study)).toList();
      assertTrue(
          others.isEmpty() || others.stream().allMatch(p -> p.toString().endsWith(".ant")),
          others::toString);
    }
  }

  @Test
  void unknownStudyNamesTheNearOnes() throws IOException {
    assertRefused(
        CommandRun.of("run", "high-dose-il2-melanom", "--out", out),
        "high-dose-il2-melanom'",
        "Maybe: high-dose-il2-melanoma");
  }

  @Test
  void missingStudyFile() throws IOException {
    assertRefused(CommandRun.of("run", folder.resolve("absent.yaml"), "--out", out), "absent.yaml");
  }

  @Test
  void unknownDrugNamesTheNearOnes() throws IOException {
    assertRefused(
        changed("aldesleukin", "aldesleukn"), "small.yaml:10:", "aldesleukn", "Maybe: aldesleukin");
  }

  @Test
  void malformedYamlHasLineAndColumn() throws IOException {
    assertRefused(changed("patients: 5", "patients: [5"), "small.yaml:4:", "not YAML");
  }

  @Test
  void emptyFile() throws IOException {
    assertRefused(written(""), "small.yaml", "empty");
  }

  @Test
  void doseWithoutUnit() throws IOException {
    assertRefused(changed("600000 IU/kg", "600000"), "small.yaml:11:", "600000", "no unit");
  }

  @Test
  void doseInAUnitThatIsNoDose() throws IOException {
    assertRefused(
        changed("600000 IU/kg", "600000 mL/kg"),
        "small.yaml:10:",
        "600000 mL/kg",
        "no unit of a dose");
  }

  @Test
  void doseInAnUnknownUnit() throws IOException {
    assertRefused(
        changed("600000 IU/kg", "600000 furlong"), "small.yaml:11:", "furlong", "not known");
  }

  @Test
  void internationalUnitsOfAProductThatHasNone() throws IOException {
    assertRefused(changed("aldesleukin", "nivolumab"), "small.yaml:10:", "nivolumab has no IU");
  }

  @Test
  void negativeDose() throws IOException {
    assertRefused(
        changed("600000 IU/kg", "-600000 IU/kg"), "small.yaml:11:", "not a positive number");
  }

  @Test
  void negativeWeight() throws IOException {
    assertRefused(changed("70 kg", "-70 kg"), "small.yaml:6:", "-70 kg", "not a positive number");
  }

  @Test
  void weightOutsideTheLedgersRange() throws IOException {
    assertRefused(changed("70 kg", "700 kg"), "700", "40", "120", "BW");
  }

  @Test
  void unknownKeySaysWhatIsKnown() throws IOException {
    assertRefused(changed("every: 8 h", "evry: 8 h"), "small.yaml:13:", "evry", "every");
  }

  @Test
  void allProblemsInOnePass() throws IOException {
    CommandRun run =
        written(
            SOUND
                .replace("70 kg", "-70 kg")
                .replace("aldesleukin", "aldesleukn")
                .replace("metastatic melanoma", "melanoma of the metastatic kind")
                .replace("doses: 14", "doses: 14\n        hold: NONE_SUCH"));
    assertRefused(run, "-70 kg", "aldesleukn", "melanoma of the metastatic kind");
  }

  @Test
  void outputFolderThatIsNotEmptyStaysAsItIs() throws IOException {
    Files.writeString(study, SOUND);
    Path full = Files.createDirectory(folder.resolve("full"));
    Path precious = Files.writeString(full.resolve("precious.txt"), "mine");
    CommandRun run = CommandRun.of("run", study, "--out", full);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("not empty"), run::err);
    assertEquals("mine", Files.readString(precious));
  }

  @Test
  void modelWithAnUndefinedSymbol() throws IOException {
    Path model =
        Files.writeString(
            folder.resolve("bad.ant"),
            "species A in C; compartment C = 1;\nA = 1;\nR: A -> ; k*A;\n");
    CommandRun run = CommandRun.of("simulate", model);
    assertRefused(run, "bad.ant:3:", "'k'");
  }

  @Test
  void modelWithInconsistentUnits() throws IOException {
    Path model =
        Files.writeString(
            folder.resolve("units.ant"),
            """
            unit nmol = 1e-9 mole;
            unit day = 86400 second;
            unit time_unit = day;
            compartment C = 1 litre;
            substanceOnly species A in C;
            A has nmol;
            A = 1;
            k = 1 nmol;
            R: A -> ; k*A;
            """);
    CommandRun run = CommandRun.of("simulate", model);
    assertEquals(2, run.code(), run::err);
    assertTrue(run.err().contains("units.ant"), run::err);
    assertTrue(run.err().contains("R"), run::err);
  }

  @Test
  void missingModelFile() {
    CommandRun run = CommandRun.of("simulate", folder.resolve("absent.xml"));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("absent.xml"), run::err);
  }

  @Test
  void partOfANameBringsTheNamesThatHoldIt() {
    assertTrue(CommandRun.of("evidence", "CM067").err().contains("Maybe: CM067_"));
    assertTrue(CommandRun.of("parameters", "k_cttl").err().contains("Maybe: k_ctl"));
    assertTrue(CommandRun.of("evidence", "xyzzyplugh").err().contains("There are 124, such as"));
  }

  @Test
  void unknownCommandAndOption() {
    assertEquals(2, CommandRun.of("rnu").code());
    assertEquals(2, CommandRun.of("run", "high-dose-il2-melanoma", "--patiens", "3").code());
    assertEquals(2, CommandRun.of().code());
  }

  @Test
  void senselessNumbers() throws IOException {
    assertRefused(
        CommandRun.of("run", "high-dose-il2-melanoma", "--patients", "0", "--out", out),
        "--patients");
    assertRefused(
        CommandRun.of("run", "high-dose-il2-melanoma", "--threads", "-1", "--out", out),
        "--threads");
    assertEquals(2, CommandRun.of("simulate", "reference", "--until", "-3").code());
    assertEquals(2, CommandRun.of("simulate", "reference", "--method", "ssa").code());
  }

  @Test
  void convertRefusesToOverwriteAndUnknownEndings() throws IOException {
    Path there = Files.writeString(folder.resolve("there.xml"), "mine");
    assertEquals(2, CommandRun.of("convert", "reference", there).code());
    assertEquals("mine", Files.readString(there));
    assertEquals(2, CommandRun.of("convert", "reference", folder.resolve("x.docx")).code());
  }
}
