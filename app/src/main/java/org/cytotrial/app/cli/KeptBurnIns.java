package org.cytotrial.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.patient.BurnInCache;
import org.cytotrial.simulation.trial.VirtualTrial.CacheOpener;

/// The burn-in cache of a run: by default in the user's cache folder. Whatever goes wrong with it
/// is said once and costs time only.
final class KeptBurnIns implements CacheOpener {
  /// Says that nothing is to be kept.
  static final String NONE = "none";

  private final Path root;
  private final String program;
  private final PrintWriter err;
  private Optional<BurnInCache> opened = Optional.empty();

  private KeptBurnIns(Path root, String program, PrintWriter err) {
    this.root = root;
    this.program = program;
    this.err = err;
  }

  /// The cache of a run that begins.
  ///
  /// @param place what the user said; empty for the user's cache folder
  /// @return nothing where nothing is to be kept, or where the program does not run from its own
  ///   archives, so that it cannot be told from its next version
  static Optional<KeptBurnIns> in(Optional<String> place, PrintWriter err) {
    if (place.filter(NONE::equals).isPresent()) {
      return Optional.empty();
    }
    Path root = place.map(Path::of).orElseGet(KeptBurnIns::usual);
    return program().map(hash -> new KeptBurnIns(root, hash, err));
  }

  private static Path usual() {
    String home = System.getenv("XDG_CACHE_HOME");
    Path caches =
        home == null || home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home);
    return caches.resolve("cytotrial").resolve("burn-in");
  }

  /// What computes: the hash of the program's archives, and the virtual machine.
  private static Optional<String> program() {
    CodeSource source = KeptBurnIns.class.getProtectionDomain().getCodeSource();
    try {
      Path own = Path.of(source.getLocation().toURI());
      if (!Files.isRegularFile(own)) {
        return Optional.empty();
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path archive : archives(own.resolveSibling("."))) {
        digest.update(Files.readAllBytes(archive));
      }
      return Optional.of(
          HexFormat.of().formatHex(digest.digest())
              + " "
              + Runtime.version()
              + " "
              + System.getProperty("os.arch"));
    } catch (URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The program's own place cannot be told", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> archives(Path folder) throws IOException {
    List<Path> archives = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "cytotrial-*.jar")) {
      files.forEach(archives::add);
    }
    archives.sort(null);
    return archives;
  }

  @Override
  public BurnInCache open(CompiledModel model, Tolerance tolerance) {
    BurnInCache cache;
    try {
      cache = BurnInCache.open(root, model, tolerance, program);
    } catch (IOException e) {
      warn("read", e);
      cache = BurnInCache.empty(root, model, tolerance, program);
    }
    opened = Optional.of(cache);
    return cache;
  }

  /// Draws that needed no burn-in.
  int reused() {
    return opened.map(BurnInCache::reused).orElse(0);
  }

  void save() {
    try {
      if (opened.isPresent()) {
        opened.get().save();
      }
    } catch (IOException e) {
      warn("written", e);
    }
  }

  private void warn(String what, IOException e) {
    err.printf(
        "The burn-in cache '%s' cannot be %s (%s): the run goes on without it. Give another folder"
            + " by --cache, or --cache none.%n",
        root, what, e);
  }
}
