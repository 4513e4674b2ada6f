package org.cytotrial.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Plays `cytotrial` with a JDK and a Maven that only write down how they were called:
/// `src/test/sh/launcher_test.sh`, which can be run alone too.
class LauncherTest {
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void theLauncherKeepsItsPromises(@TempDir Path folder) throws IOException, InterruptedException {
    assumeFalse(
        System.getProperty("os.name").startsWith("Windows"),
        "skipped: the launcher is a POSIX shell script");
    Path script = Path.of("src", "test", "sh", "launcher_test.sh").toAbsolutePath();
    Process process =
        new ProcessBuilder("sh", script.toString(), folder.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
