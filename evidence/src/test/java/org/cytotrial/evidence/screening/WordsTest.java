package org.cytotrial.evidence.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Words, and what of the criteria is wanted.
class WordsTest {
  @Test
  void pluralsAreMadeSingularAndAccentsGo() {
    assertEquals(
        List.of("biopsy", "of", "naive", "cell", "virus", "class", "basis"),
        words("Biopsies of naïve cells: virus, classes (basis) x"));
    assertEquals(List.of("ab", "tie", "glass", "is2"), words("a AB ties, GLASS-is2"));
  }

  private static List<String> words(String text) {
    var reader = new Words();
    reader.read("a longer text before it");
    reader.read(text);
    List<String> words = new ArrayList<>();
    while (reader.next()) {
      words.add(new String(reader.letters(), reader.start(), reader.length()));
    }
    return words;
  }

  @Test
  void wordsKeepTheirNumbersWhenTheTableGrows() {
    var index = new WordIndex();
    var reader = new Words();
    int many = 50_000;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < many; i++) {
        reader.read("word" + i);
        assertTrue(reader.next());
        assertEquals(round == 0 ? -1 : i, index.find(reader));
        assertEquals(i, index.add(reader));
      }
    }
    assertEquals(many, index.size());
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
