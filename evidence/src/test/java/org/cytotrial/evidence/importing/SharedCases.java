package org.cytotrial.evidence.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The cases outside the repository; a clone without them skips their tests with a message.
public final class SharedCases {
  private SharedCases() {}

  /// A folder of them, or the test is skipped.
  public static Path folder(String name) {
    Path folder = Path.of(System.getProperty("cytotrial.shared", "../../shared")).resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
    return folder;
  }
}
