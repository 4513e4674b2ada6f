package org.cytotrial.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The app starts from a module path, where a library that nobody requires is not there: PDFBox
/// once did not find the logging that lay beside it, which no test on a class path could see.
class ModulePathTest {
  private static final String APP = "org.cytotrial.app";

  /// Annotations that the compiler reads: `requires static`.
  private static final String COMPILE_ONLY = "org.jspecify";

  @Test
  void everyArchiveOnTheModulePathOfTheAppIsResolved() {
    Path target = SourceTree.root().resolve("app/target");
    Path libraries = target.resolve("lib");
    Path own = target.resolve("classes");
    assumeTrue(
        Files.isDirectory(libraries) && Files.isDirectory(own),
        "Skipped: " + libraries + " is made by 'mvn package'");
    ModuleFinder finder = ModuleFinder.of(own, libraries);
    Configuration resolved =
        Configuration.resolveAndBind(
            finder, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), Set.of(APP));
    Set<String> missing = new TreeSet<>();
    finder.findAll().forEach(m -> missing.add(m.descriptor().name()));
    resolved.modules().forEach(m -> missing.remove(m.name()));
    missing.remove(COMPILE_ONLY);
    assertEquals(Set.of(), missing, "let the module that needs them require them");
  }
}
