package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A single file written by a command: whole or not at all, and never over another.
final class NewFile {
  private NewFile() {}

  /// Checks the place before the work starts.
  static void requireAbsent(Path file) {
    if (Files.exists(file)) {
      throw new WrongUse("'" + file + "' exists, and nothing is overwritten. Give another name.");
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new WrongUse("The folder '" + parent + "' does not exist.");
    }
  }

  static void write(Path file, String text) throws IOException {
    requireAbsent(file);
    Path draft =
        file.resolveSibling("." + file.getFileName() + "-" + ProcessHandle.current().pid());
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
