package org.cytotrial.evidence.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cytotrial.evidence.search.reading.StrategyReader;
import org.junit.jupiter.api.Test;

/// What the linter says, and where.
class LinterTest {
  private static List<String> lint(String text, Syntax syntax, boolean needsDates) {
    return Linter.check(StrategyReader.read(text, syntax).strategy(), needsDates).stream()
        .map(p -> p.in("s"))
        .toList();
  }

  @Test
  void deadLinesMissingLinesAndSecondLabels() {
    assertEquals(
        List.of(
            "s:4:9: error: there is no line 9 before this one: write the number of a line above",
            "s:2:4: warning: no later line uses line 2: it does not count in the result",
            "s:4:4: warning: a second line 3: references mean the one last before them; number the"
                + " lines anew"),
        lint(
            "1. a.ti.\n2. b.ti.\n3. 1 and c.ti.\n3. 3 or 9\n4. limit 3 to yr=\"2000 -2001\"",
            Syntax.OVID,
            true));
  }

  @Test
  void truncationThatPubMedRefuses() {
    assertEquals(
        List.of(
            "s:1:1: warning: 'IL*' has 2 letters before the wildcard; PubMed wants 4: write the"
                + " words out",
            "s:1:14: warning: 'cytokine* storm' has a wildcard before its last word, where PubMed"
                + " does not allow it",
            "s:1:39: warning: '*kine' begins with a wildcard, which the database does not allow"),
        lint(
            "IL*[tiab] OR cytokine* storm[tiab] OR *kine[ti] AND 2000:2001[dp]",
            Syntax.PUBMED,
            true));
  }

  @Test
  void aReviewWithoutDatesIsRefused() {
    assertEquals(
        List.of(
            "s:1:1: error: no range of dates: a search without one cannot be repeated; add it, such"
                + " as AND 1990:2024[dp]"),
        lint("melanoma[ti]", Syntax.PUBMED, true));
    assertEquals(1, lint("melanoma.ti.", Syntax.OVID, false).size());
  }
}
