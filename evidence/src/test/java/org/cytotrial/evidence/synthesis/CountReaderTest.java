package org.cytotrial.evidence.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.evidence.synthesis.EventCount.Described;
import org.cytotrial.evidence.synthesis.EventCount.Origin;
import org.junit.jupiter.api.Test;

/// How the cells of the evidence read as counts; the cells are those of its rows.
class CountReaderTest {
  private static Counted counted(OutcomeKind kind, String... cells) {
    return assertInstanceOf(Counted.class, CountReader.of(Arms.of("A", cells), kind));
  }

  @Test
  void atkins1999IsPrinted() {
    Counted count = counted(OutcomeKind.RESPONSE, "n_evaluable=270", "responders=43", "orr_pct=16");
    assertEquals(new Counted(43, 270, Origin.PRINTED, ""), count);
  }

  @Test
  void fifteenPercentOf170AreTwentyFiveOrTwentySix() {
    Counted count = counted(OutcomeKind.RESPONSE, "n_evaluable=170", "orr_pct=15");
    assertEquals(Origin.DERIVED, count.origin());
    assertEquals("from 15 % of 170; 25 to 26 would fit", count.note());
  }

  @Test
  void noCountOf363Gives13Point1Percent() {
    Counted count = counted(OutcomeKind.RESPONSE, "n_evaluable=363", "orr_pct=13.1");
    assertEquals(48, count.events());
    assertTrue(count.note().contains("no count gives that percentage"), count.note());
  }

  @Test
  void sixOf90AreNot6Point6Percent() {
    Counted count = counted(OutcomeKind.RESPONSE, "n_evaluable=90", "responders=6", "orr_pct=6.6");
    assertEquals("6 of 90 are 6.7 %, printed is 6.6 %", count.note());
  }

  @Test
  void countsThatTheCollectorsDerivedOrRememberedSaySo() {
    assertEquals(
        Origin.DERIVED,
        counted(
                OutcomeKind.RESPONSE,
                "n_evaluable=237",
                "responders=43",
                "recalled_fields=dose_value; counts derived (43/237, 19/237)")
            .origin());
    assertEquals(
        Origin.RECALLED,
        counted(
                OutcomeKind.RESPONSE,
                "n_evaluable=138",
                "responders=9",
                "recalled_fields=n_evaluable; responders")
            .origin());
    assertEquals(
        Origin.PRINTED,
        counted(OutcomeKind.RESPONSE, "n_evaluable=40", "responders=9", "recalled_fields=cr")
            .origin());
  }

  @Test
  void eightyWithSeventyFourOfNinetyThreeIsThatCount() {
    Counted count = counted(OutcomeKind.GRADE3_ANY, "n_evaluable=94", "g3_any_pct=80 (74/93)");
    assertEquals(new Counted(74, 93, Origin.PRINTED, "of 93 patients, not the arm's 94"), count);
  }

  @Test
  void sumsOfGradesAndWholeCohortsAreQuotedNotCounted() {
    for (String cell : new String[] {"40 (G3) + 5 (G4)", "59 (10/17 whole cohort)", "1 event"}) {
      Described words =
          assertInstanceOf(
              Described.class,
              CountReader.of(
                  Arms.of("A", "n_evaluable=12", "g3_any_pct=" + cell), OutcomeKind.GRADE3_ANY));
      assertEquals(cell, words.words());
    }
  }

  @Test
  void aPercentageWithoutPatientsIsNoCount() {
    Described words =
        assertInstanceOf(
            Described.class, CountReader.of(Arms.of("A", "orr_pct=40"), OutcomeKind.RESPONSE));
    assertEquals("the number of patients is not known", words.why());
  }
}
