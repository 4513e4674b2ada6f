package org.cytotrial.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.cytotrial.checks.SourceSizes.FileSize;
import org.cytotrial.checks.SourceSizes.MethodSize;
import org.junit.jupiter.api.Test;

/// Small files, short methods, few parameters, so that a page can be understood alone.
class SizesTest {
  private static final int METHOD_LINES = 60;
  private static final int METHOD_LINES_P90 = 20;
  private static final int FILE_LINES = 400;
  private static final int FILE_LINES_P90 = 250;
  private static final int PARAMETERS = 5;

  /// Files that may be as long as their paper's table is, each with the reason. None is at present.
  private static final Map<String, String> TABLES = Map.of();

  private static final SourceSizes MAIN = SourceSizes.of(SourceTree.mainSources());
  private static final SourceSizes TEST = SourceSizes.of(SourceTree.testSources());

  @Test
  void theWholeProgramIsMeasured() {
    assertTrue(MAIN.files().size() > 100, "only " + MAIN.files().size() + " files were found");
    assertTrue(MAIN.methods().size() > 500, "only " + MAIN.methods().size() + " methods");
  }

  @Test
  void filesHaveAtMost400Lines() {
    assertNone(MAIN.files(), f -> f.lines() > FILE_LINES && !TABLES.containsKey(f.name()));
    assertNone(TEST.files(), f -> f.lines() > FILE_LINES);
    assertNinetiethPercentile(MAIN.files(), FileSize::lines, FILE_LINES_P90, "file");
  }

  @Test
  void methodsHaveAtMost60Lines() {
    assertNone(MAIN.methods(), m -> m.lines() > METHOD_LINES && !TABLES.containsKey(m.file()));
    assertNone(TEST.methods(), m -> m.lines() > METHOD_LINES);
    assertNinetiethPercentile(MAIN.methods(), MethodSize::lines, METHOD_LINES_P90, "method");
  }

  @Test
  void methodsHaveAtMostFiveParameters() {
    assertNone(MAIN.methods(), m -> m.parameters() > PARAMETERS && !m.inRecordHeader());
    assertNone(TEST.methods(), m -> m.parameters() > PARAMETERS && !m.inRecordHeader());
  }

  private static <T> void assertNone(List<T> measured, Predicate<T> tooLarge) {
    assertEquals(List.of(), measured.stream().filter(tooLarge).toList());
  }

  private static <T> void assertNinetiethPercentile(
      List<T> measured, ToIntFunction<T> size, int limit, String what) {
    int[] sizes = measured.stream().mapToInt(size).sorted().toArray();
    int found = sizes[sizes.length * 9 / 10];
    assertTrue(
        found <= limit,
        () -> "one " + what + " in ten has " + found + " lines or more; the limit is " + limit);
  }
}
