package org.cytotrial.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/// Where a run puts its files. They are written beside their place and appear there by one rename,
/// so that a folder is either whole or absent, also after kill -9. Nothing that exists is
/// overwritten.
final class OutputFolder {
  private final Optional<Path> asked;
  private final Path shelf;
  private final String name;

  private OutputFolder(Optional<Path> asked, Path shelf, String name) {
    this.asked = asked;
    this.shelf = shelf;
    this.name = name;
  }

  /// Checks the place before the work starts.
  ///
  /// @param asked by the user; else `shelf/NAME` or the first free of `shelf/NAME-2` …
  /// @throws WrongUse if the folder asked for is not empty
  static OutputFolder of(Optional<Path> asked, Path shelf, String name) throws IOException {
    if (asked.isPresent() && Files.exists(asked.get())) {
      Path folder = asked.get();
      if (!Files.isDirectory(folder)) {
        throw new WrongUse("'" + folder + "' is not a folder. Give --out a new or empty one.");
      }
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new WrongUse(
              "The folder '%s' is not empty, and nothing is overwritten. Give --out a new or empty one."
                  .formatted(folder));
        }
      }
    }
    return new OutputFolder(asked, shelf, name);
  }

  /// Writes all files and moves them into place.
  ///
  /// @return the folder they are in
  Path write(Map<String, String> files) throws IOException {
    Path parent = parent();
    Files.createDirectories(parent);
    Path draft = Files.createTempDirectory(parent, "." + name + "-");
    for (var file : files.entrySet()) {
      Files.writeString(draft.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
    makeReadable(draft);
    return asked.isPresent() ? move(draft, asked.get()) : moveToFirstFree(draft, parent);
  }

  private Path parent() {
    if (asked.isEmpty()) {
      return shelf;
    }
    Path parent = asked.get().toAbsolutePath().getParent();
    return parent == null ? asked.get() : parent;
  }

  /// A temporary folder is made for its owner alone; a result is as readable as any other new
  /// folder.
  private static void makeReadable(Path folder) throws IOException {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Path move(Path draft, Path target) throws IOException {
    return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path moveToFirstFree(Path draft, Path parent) throws IOException {
    for (int i = 1; ; i++) {
      Path target = parent.resolve(i == 1 ? name : name + "-" + i);
      if (!Files.exists(target)) {
        try {
          return move(draft, target);
        } catch (FileSystemException e) {
          if (!Files.exists(target)) {
            throw e;
          }
          // another run took the name between the question and the move: try the next
        }
      }
    }
  }
}
