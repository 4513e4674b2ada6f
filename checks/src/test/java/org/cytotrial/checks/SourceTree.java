package org.cytotrial.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The files of the repository as they would be committed: nothing built, nothing of an editor or
/// of git.
final class SourceTree {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> PASSED_OVER =
      Set.of("target", "out", ".git", ".cytotrial", ".idea", ".vscode");

  private SourceTree() {}

  static Path root() {
    return ROOT;
  }

  /// All files, sorted, as paths that begin with the root.
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, collectInto(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(null);
    return files;
  }

  /// Files whose name ends so.
  static List<Path> files(String ending) {
    return files().stream().filter(f -> f.toString().endsWith(ending)).toList();
  }

  /// Java sources of the product, without `module-info` and `package-info`, which hold no code.
  static List<Path> mainSources() {
    return types("/src/main/java/");
  }

  /// Java sources of the tests.
  static List<Path> testSources() {
    return types("/src/test/java/");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a message names a file: its path from the root.
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> types(String folder) {
    return files(".java").stream()
        .filter(f -> f.toString().replace('\\', '/').contains(folder))
        .filter(f -> !f.endsWith("module-info.java") && !f.endsWith("package-info.java"))
        .toList();
  }

  private static SimpleFileVisitor<Path> collectInto(List<Path> files) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return PASSED_OVER.contains(folder.getFileName().toString())
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!PASSED_OVER.contains(file.getFileName().toString())) {
          files.add(file);
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }
}
