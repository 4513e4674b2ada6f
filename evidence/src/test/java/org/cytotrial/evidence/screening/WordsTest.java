package org.cytotrial.evidence.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Words, and what of the criteria is wanted.
class WordsTest {
  @Test
  void pluralsAreMadeSingularAndAccentsGo() {
    assertEquals(
        List.of("biopsy", "of", "naive", "cell", "virus", "class", "basis"),
        Words.of("Biopsies of naïve cells: virus, classes (basis) x"));
  }

  @Test
  void whatCriteriaExcludeIsLeftOut() {
    String wanted =
        Criteria.wanted(
            "Inclusion criteria\nTrials of aldesleukin. Reviews were excluded.\n"
                + "Exclusion criteria:\n1. Mice\nInclusion of reports\nMelanoma");
    assertTrue(wanted.contains("aldesleukin"), wanted);
    assertTrue(wanted.contains("Melanoma"), wanted);
    assertFalse(wanted.contains("Reviews"), wanted);
    assertFalse(wanted.contains("Mice"), wanted);
  }

  @Test
  void criteriaThatOnlyExcludeAreTakenWhole() {
    assertEquals("Excluded: mice", Criteria.wanted("Excluded: mice"));
  }
}
