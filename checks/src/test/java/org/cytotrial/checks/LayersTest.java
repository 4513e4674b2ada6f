package org.cytotrial.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// The direction of dependencies (docs/architecture.md), and the few interfaces that are forbidden.
class LayersTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/org/cytotrial/checks/"))
          .importPackages("org.cytotrial");

  /// What each module may use besides itself. A name in a lower module's signatures comes with it.
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "domain", List.of(),
          "statistics", List.of(),
          "model", List.of("domain"),
          "engine", List.of("model", "domain"),
          "evidence", List.of("statistics", "domain"),
          "library", List.of("domain", "model"),
          "simulation", List.of("engine", "model", "statistics", "domain"),
          "report", List.of("evidence", "simulation", "statistics", "domain"),
          "app",
              List.of(
                  "report",
                  "evidence",
                  "simulation",
                  "library",
                  "engine",
                  "model",
                  "statistics",
                  "domain"));

  @Test
  void theWholeProgramIsLookedAt() {
    assertTrue(CLASSES.size() >= 250, "only " + CLASSES.size() + " classes were found");
    for (String module : MAY_USE.keySet()) {
      assertTrue(
          CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith("org.cytotrial." + module)),
          "no class of module " + module + " was found: is it a dependency of checks?");
    }
  }

  @Test
  void dependenciesPointOneWay() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.cytotrial..");
    for (String module : MAY_USE.keySet()) {
      layers = layers.layer(module).definedBy("org.cytotrial." + module + "..");
    }
    for (var rule : MAY_USE.entrySet()) {
      layers =
          rule.getValue().isEmpty()
              ? layers.whereLayer(rule.getKey()).mayNotAccessAnyLayer()
              : layers
                  .whereLayer(rule.getKey())
                  .mayOnlyAccessLayers(rule.getValue().toArray(String[]::new));
    }
    layers.check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("org.cytotrial.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package that is read before another must not need it")
        .check(CLASSES);
  }

  @Test
  void onlyTheAppTalksToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.cytotrial.app..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .because("results are returned, and commands decide what to print")
        .check(CLASSES);
  }

  @Test
  void chanceIsAlwaysAStreamWithAName() {
    noClasses()
        .should()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
        .because("the same seed must give the same patients: use statistics.random.Seed")
        .check(CLASSES);
  }
}
