package org.cytotrial.report.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A headless browser on this machine, which opens pages and prints them.
final class Chromium {
  private final Path program;
  private final Path folder;

  private Chromium(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /// The first Chromium or Chrome on the path.
  ///
  /// @param folder for its profile and output
  static Optional<Chromium> find(Path folder) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .flatMap(place ->
            Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Chromium(program, folder.toAbsolutePath()));
  }

  /// The page as it stands after its scripts ran, in a window of this size in pixels.
  String dom(Path page, int width, int height) throws IOException {
    return run(page, "--window-size=" + width + "," + height, "--dump-dom");
  }

  void screenshot(Path page, int width, int height, Path to) throws IOException {
    run(page, "--window-size=" + width + "," + height, "--screenshot=" + to.toAbsolutePath());
  }

  void print(Path page, Path to) throws IOException {
    run(page, "--no-pdf-header-footer", "--print-to-pdf=" + to.toAbsolutePath());
  }

  private String run(Path page, String... wanted) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "--headless"));
    command.addAll(List.of("--no-sandbox", "--disable-gpu", "--hide-scrollbars"));
    command.add("--user-data-dir=" + folder.resolve("profile"));
    command.addAll(List.of(wanted));
    command.add(page.toUri().toString());
    Path output = folder.resolve("chromium.out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("chromium.err").toFile())
            .start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("Chromium did not end within 120 s: " + command);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Chromium ran", e);
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
