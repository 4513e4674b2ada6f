package org.cytotrial.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What must not lie in the repository: addresses of package registries, and other people's test
/// cases.
class OriginsTest {
  /// Hosts of package registries, in pieces, so that this file does not name them.
  private static final List<String> REGISTRIES =
      List.of(
          "repo1.maven" + ".org",
          "repo.maven.apache" + ".org",
          "central.sonatype" + ".com",
          "oss.sonatype" + ".org",
          "mvnrepository" + ".com",
          "registry.npmjs" + ".org",
          "pypi" + ".org",
          "files.pythonhosted" + ".org",
          "crates" + ".io",
          "rubygems" + ".org",
          "proxy.golang" + ".org",
          "plugins.gradle" + ".org",
          "jcenter.bintray" + ".com",
          "conda.anaconda" + ".org",
          "deb.debian" + ".org",
          "ghcr" + ".io",
          "docker" + ".io",
          "jitpack" + ".io");

  /// Files of the SBML Test Suite, BioModels, the PEtab collection and screening data sets, by
  /// name.
  private static final List<Pattern> OUTSIDE_CASES =
      List.of(
          Pattern.compile("(?i).*(BIOMD|MODEL)\\d{10}.*"),
          Pattern.compile(".*\\d{5}-(sbml-l\\dv\\d|results|settings|model|antimony|plot|sedml).*"),
          Pattern.compile(
              ".*(measurementData|experimentalCondition|observables|parameters)_\\w+[.]tsv"),
          Pattern.compile(".*(label_included|baseline-elas-runs).*"));

  /// Lines that only those collections hold.
  private static final List<String> OUTSIDE_MARKS =
      List.of("BioModels Curation " + "Team", "label_abstract_" + "screening,");

  private static final long SMALLEST_COPY = 100;
  private static final long LARGEST_TEXT = 4_000_000;

  @Test
  void noFileNamesAPackageRegistry() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files = SourceTree.files();
    assertTrue(files.size() > 200, "only " + files.size() + " files were found");
    for (Path file : files) {
      String text = text(file).toLowerCase(Locale.ROOT);
      for (String host : REGISTRIES) {
        if (text.contains(host)) {
          found.add(SourceTree.name(file) + " names " + host);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void noOutsideCaseIsCommitted() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : SourceTree.files()) {
      String name = SourceTree.name(file);
      if (OUTSIDE_CASES.stream().anyMatch(c -> c.matcher(name).matches())
          || OUTSIDE_MARKS.stream().anyMatch(text(file)::contains)) {
        found.add(name);
      }
    }
    assertEquals(List.of(), found, "tests read these from the folder -Dcytotrial.shared names");
  }

  @Test
  void noFileIsACopyOfAnOutsideCase() throws IOException {
    Path shared = Path.of(System.getProperty("cytotrial.shared", "../../shared"));
    assumeTrue(Files.isDirectory(shared), () -> "skipped: no outside cases at " + shared);
    Map<Long, List<Path>> ours = new HashMap<>();
    for (Path file : SourceTree.files()) {
      ours.computeIfAbsent(Files.size(file), _ -> new ArrayList<>()).add(file);
    }
    ours.keySet().removeIf(size -> size < SMALLEST_COPY);
    List<String> copies = new ArrayList<>();
    for (String folder : List.of("sbml", "petab", "review")) {
      try (var theirs = Files.walk(shared.resolve(folder)).filter(Files::isRegularFile)) {
        for (Path their : (Iterable<Path>) theirs::iterator) {
          for (Path our : ours.getOrDefault(Files.size(their), List.of())) {
            if (Files.mismatch(our, their) < 0) {
              copies.add(SourceTree.name(our) + " is " + shared.relativize(their));
            }
          }
        }
      }
    }
    assertEquals(List.of(), copies);
  }

  @Test
  void filesAreSmallEnoughToRead() throws IOException {
    List<String> large = new ArrayList<>();
    for (Path file : SourceTree.files()) {
      if (Files.size(file) > LARGEST_TEXT) {
        large.add(SourceTree.name(file) + " has " + Files.size(file) + " bytes");
      }
    }
    assertEquals(List.of(), large);
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
