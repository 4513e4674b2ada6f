package org.cytotrial.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cytotrial.checks.SourceSizes.MethodSize;
import org.cytotrial.checks.SourceSizes.TypeName;
import org.junit.jupiter.api.Test;

/// One word for one thing, and names that say what a thing is.
class NamesTest {
  /// Words of docs/glossary.md that stand for another, and the word that is used.
  private static final Map<String, String> REJECTED =
      Map.of(
          "Subject", "Patient",
          "Individual", "Patient",
          "Medication", "Drug or Product",
          "Posology", "Regimen",
          "Translator", "Compiler",
          "Interpreter", "Compiler or Evaluator",
          "Simulator", "VirtualTrial or Stepper",
          "Integrator", "Stepper");

  private static final Pattern EMPTY_SUFFIX =
      Pattern.compile(".*(Utils?|Helpers?|Manager|Impl|Base)");
  private static final Pattern EMPTY_PACKAGE =
      Pattern.compile(".*[./](common|util|utils|helper|helpers|impl|misc)[./].*");
  private static final Pattern GETTER = Pattern.compile("get[A-Z].*");
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");

  private static final SourceSizes MAIN = SourceSizes.of(SourceTree.mainSources());

  @Test
  void typesAreNamedAfterWhatTheyAre() {
    assertTrue(MAIN.types().size() > 100, "only " + MAIN.types().size() + " types were found");
    assertEquals(
        List.of(),
        MAIN.types().stream().filter(t -> EMPTY_SUFFIX.matcher(t.name()).matches()).toList());
  }

  @Test
  void packagesAreNamedAfterWhatTheyHold() {
    assertEquals(
        List.of(),
        SourceTree.mainSources().stream()
            .map(SourceTree::name)
            .filter(f -> EMPTY_PACKAGE.matcher(f).matches())
            .toList());
  }

  @Test
  void accessorsHaveNoGetPrefix() {
    assertEquals(
        List.of(),
        MAIN.methods().stream()
            .filter(m -> GETTER.matcher(m.name()).matches())
            .map(MethodSize::toString)
            .toList());
  }

  @Test
  void oneWordStandsForOneThing() {
    List<String> found = new ArrayList<>();
    for (TypeName type : MAIN.types()) {
      WORD.matcher(type.name())
          .results()
          .filter(word -> REJECTED.containsKey(word.group()))
          .forEach(word ->
              found.add(
                  "%s: %s says %s; the glossary's word is %s"
                      .formatted(
                          type.file(), type.name(), word.group(), REJECTED.get(word.group()))));
    }
    assertEquals(List.of(), found);
  }
}
