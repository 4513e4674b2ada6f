package org.cytotrial.evidence.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log after crashes, edits, and people who decide at once.
class DecisionLogTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @TempDir Path root = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("decisions"));
  }

  private List<Decision> write(String person, int from, int to) throws IOException {
    List<Decision> written = new ArrayList<>();
    try (DecisionWriter writer = DecisionWriter.open(folder, person, CLOCK)) {
      for (int i = from; i < to; i++) {
        Choice choice = i % 2 == 0 ? Choice.INCLUDE : Choice.EXCLUDE;
        written.add(
            writer.append(Decision.Draft.of("r" + i, Stage.TITLE, choice, "Straße \"" + i + "\"")));
      }
    }
    return written;
  }

  private DecisionLog read() throws IOException {
    return DecisionLog.read(folder);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    List<Decision> written = new ArrayList<>(write("ada", 0, 3));
    written.addAll(write("ada", 3, 5));
    assertEquals(written, read().all());
    assertEquals(List.of(), read().problems());
  }

  /// A kill -9 or a power cut may leave any number of bytes of what was being written.
  @Test
  void survivesBeingCutAtEveryByte() throws IOException {
    List<Decision> written = write("ada", 0, 4);
    Path file = folder.resolve("ada.jsonl");
    byte[] whole = Files.readAllBytes(file);
    int[] ends = ends(whole);
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      int length = cut;
      int complete = (int) Arrays.stream(ends).filter(end -> length >= end).count();
      boolean isTorn =
          Arrays.stream(ends).noneMatch(e -> e == length || e + 1 == length) && cut > 0;
      DecisionLog log = read();
      assertEquals(written.subList(0, complete), log.all(), "cut at " + cut);
      assertEquals(isTorn ? 1 : 0, log.problems().size(), "cut at " + cut + log.problems());
      Decision next = write("ada", 9, 10).getFirst();
      DecisionLog after = read();
      List<Decision> expected = new ArrayList<>(written.subList(0, complete));
      expected.add(next);
      assertEquals(expected, after.all(), "written after a cut at " + cut);
      assertEquals(List.of(), after.problems(), "written after a cut at " + cut);
      Path aside = folder.resolve("ada.jsonl.torn");
      assertEquals(isTorn, Files.deleteIfExists(aside), "cut at " + cut);
    }
  }

  /// Where each line's own bytes end, before the line feed.
  private static int[] ends(byte[] bytes) {
    return java.util.stream.IntStream.range(0, bytes.length)
        .filter(i -> bytes[i] == '\n')
        .toArray();
  }

  @Test
  void aTornLineIsNamed() throws IOException {
    write("ada", 0, 2);
    Path file = folder.resolve("ada.jsonl");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 10));
    String problem = read().problems().getFirst().toString();
    assertTrue(problem.startsWith("decisions/ada.jsonl:2: the last line was cut short"), problem);
  }

  @Test
  void anEditedLineIsNamedAndSetAside() throws IOException {
    List<Decision> written = write("ada", 0, 3);
    edit("ada", 1, line -> line.replace("\"exclude\"", "\"include\""));
    DecisionLog log = read();
    assertEquals(List.of(written.get(0), written.get(2)), log.all());
    assertEquals(1, log.problems().size(), log.problems().toString());
    String problem = log.problems().getFirst().toString();
    assertTrue(
        problem.startsWith("decisions/ada.jsonl:2: the line was changed after it was written"),
        problem);
  }

  @Test
  void theLastLineCannotBeEditedEither() throws IOException {
    write("ada", 0, 3);
    edit("ada", 2, line -> line.replace("r2", "r7"));
    assertEquals(2, read().all().size());
    assertEquals(3, read().problems().getFirst().line());
  }

  @Test
  void movedAndMissingLinesAreNamedAndCounted() throws IOException {
    write("ada", 0, 4);
    Path file = folder.resolve("ada.jsonl");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3)));
    DecisionLog moved = read();
    assertEquals(4, moved.all().size());
    assertEquals(List.of(2, 3, 4), moved.problems().stream().map(LogProblem::line).toList());
    Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(3)));
    DecisionLog missing = read();
    assertEquals(3, missing.all().size());
    assertEquals(List.of(2), missing.problems().stream().map(LogProblem::line).toList());
    assertTrue(missing.problems().getFirst().what().contains("is missing"));
  }

  @Test
  void aLineThatStandsTwiceIsCountedOnce() throws IOException {
    write("ada", 0, 2);
    Path file = folder.resolve("ada.jsonl");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(1)));
    assertEquals(2, read().all().size());
    assertTrue(read().problems().toString().contains("counted once"));
  }

  @Test
  void brokenLinesAreNamedAndTheRestGoesOn() throws IOException {
    List<Decision> written = write("ada", 0, 2);
    Path file = folder.resolve("ada.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(1, "<<<<<<< HEAD");
    lines.add("{\"id\":\"x\",\"record\":\"r1\",\"stage\":\"lunch\"}");
    lines.add("\0\0\0");
    Files.write(file, lines);
    DecisionLog log = read();
    assertEquals(written, log.all());
    assertEquals(List.of(2, 4, 5), log.problems().stream().map(LogProblem::line).toList());
    assertTrue(log.problems().get(1).what().contains("'lunch' is not a stage"));
  }

  @Test
  void twoPeopleAtOnceDoNotDisturbEachOther() throws IOException {
    try (DecisionWriter ada = DecisionWriter.open(folder, "ada", CLOCK);
        DecisionWriter bob = DecisionWriter.open(folder, "bob", CLOCK)) {
      ada.append(Decision.Draft.of("r1", Stage.TITLE, Choice.INCLUDE, ""));
      bob.append(Decision.Draft.of("r1", Stage.TITLE, Choice.EXCLUDE, ""));
      ada.append(Decision.Draft.of("r2", Stage.TITLE, Choice.INCLUDE, ""));
    }
    assertEquals(3, read().all().size());
    assertEquals(List.of(), read().problems());
  }

  @Test
  void onePersonTwiceAtOnceIsRefused() throws IOException {
    try (DecisionWriter _ = DecisionWriter.open(folder, "ada", CLOCK)) {
      var refused =
          assertThrows(LogInUseException.class, () -> DecisionWriter.open(folder, "ada", CLOCK));
      assertTrue(String.valueOf(refused.getMessage()).contains("ada.jsonl' is in use"));
    }
    write("ada", 0, 1);
    assertEquals(1, read().all().size());
  }

  /// Another process must not get the log while it is written, though this one reads it meanwhile.
  @Test
  void anotherProcessIsRefused() throws IOException, InterruptedException {
    Path source = root.resolve("Try.java");
    Files.writeString(
        source,
        """
        void main(String[] files) throws Exception {
          var file = java.nio.file.Path.of(files[0]);
          try (var c = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            System.exit(c.tryLock() == null ? 17 : 18);
          }
        }
        """);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var attempt =
        new ProcessBuilder(
            java.toString(), source.toString(), folder.resolve("ada.jsonl.lock").toString());
    try (DecisionWriter writer = DecisionWriter.open(folder, "ada", CLOCK)) {
      writer.append(Decision.Draft.of("r1", Stage.TITLE, Choice.INCLUDE, ""));
      assertEquals(1, read().all().size());
      assertThrows(LogInUseException.class, () -> DecisionWriter.open(folder, "ada", CLOCK));
      assertEquals(17, attempt.inheritIO().start().waitFor());
    }
    assertEquals(18, attempt.inheritIO().start().waitFor());
  }

  @Test
  void namesThatAreNoFilesAreRefused() {
    for (String name : List.of("", "../ada", "a/b", ".ada", "a b")) {
      assertThrows(
          IllegalArgumentException.class, () -> DecisionWriter.open(folder, name, CLOCK), name);
    }
  }

  @Test
  void undoingIsAnotherLineAndCanBeUndone() throws IOException {
    List<Decision> written = write("ada", 0, 2);
    Decision undo;
    try (DecisionWriter writer = DecisionWriter.open(folder, "ada", CLOCK)) {
      undo = writer.append(Decision.Draft.undo(written.get(1)));
    }
    assertEquals(written.subList(0, 1), read().standing());
    try (DecisionWriter writer = DecisionWriter.open(folder, "ada", CLOCK)) {
      writer.append(Decision.Draft.undo(undo));
    }
    assertEquals(written, read().standing());
    assertEquals(4, read().all().size());
  }

  @Test
  void undoingWhatIsNowhereIsNamed() throws IOException {
    try (DecisionWriter writer = DecisionWriter.open(folder, "ada", CLOCK)) {
      writer.append(Decision.Draft.of("r1", Stage.TITLE, Choice.UNDO, "0123456789abcdef"));
    }
    String problem = read().problems().getFirst().toString();
    assertTrue(problem.startsWith("decisions/ada.jsonl:1: this takes back"), problem);
  }

  private void edit(String person, int line, java.util.function.UnaryOperator<String> change)
      throws IOException {
    Path file = folder.resolve(person + ".jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(line, change.apply(lines.get(line)));
    Files.write(file, lines);
  }
}
