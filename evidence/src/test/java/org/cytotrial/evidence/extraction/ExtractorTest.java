package org.cytotrial.evidence.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cytotrial.evidence.extraction.text.DocumentText;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.extraction.values.ExtractionField;
import org.junit.jupiter.api.Test;

/// Sentences made up for these tests, in the ways that abstracts write them.
class ExtractorTest {
  private static Extraction read(String title, String text) {
    return Extractor.extract(new DocumentText("made-up", title + "\n\n" + text, List.of()));
  }

  private static List<String> values(Extraction extraction, ExtractionField field) {
    return extraction.of(field).stream().map(v -> (v.value() + " " + v.unit()).strip()).toList();
  }

  @Test
  void randomisedTrialGivesItsArmsResponsesAndSurvival() {
    Extraction e =
        read(
            "Phase III trial of interferon alfa-2b plus dacarbazine versus dacarbazine in"
                + " metastatic melanoma",
            "METHODS: One hundred and twenty-one patients were randomized to interferon plus"
                + " dacarbazine (n = 60) or dacarbazine alone (n = 61). RESULTS: Objective response"
                + " rates were 25% and 16.4%, respectively. Complete responses were four in arm A"
                + " and two in arm B. Median overall survival was 9.5 months and 39 weeks (hazard"
                + " ratio, 0.81; 95% CI, 0.60 to 1.09). Grade 3-4 fatigue occurred in 20% v 3% of"
                + " patients.");
    assertEquals(List.of("121 patients"), values(e, ExtractionField.TOTAL_N));
    assertEquals(List.of("60 patients", "61 patients"), values(e, ExtractionField.ARM_N));
    assertEquals(List.of("25 %", "16.4 %"), values(e, ExtractionField.ORR_PCT));
    assertEquals(List.of("4 patients", "2 patients"), values(e, ExtractionField.CR));
    assertEquals(List.of("9.5 months", "8.97 months"), values(e, ExtractionField.MEDIAN_OS));
    assertEquals(List.of("0.81"), values(e, ExtractionField.HAZARD_RATIO));
    assertEquals(List.of("0.6"), values(e, ExtractionField.HAZARD_RATIO_LOW));
    assertEquals(List.of("20 %", "3 %"), values(e, ExtractionField.G3_PCT));
    assertEquals(List.of("3"), values(e, ExtractionField.PHASE));
    assertEquals(List.of("melanoma"), values(e, ExtractionField.CANCER));
    assertEquals(List.of("metastatic"), values(e, ExtractionField.SETTING));
    assertEquals(List.of("interferon alfa-2b"), values(e, ExtractionField.PRODUCT));
    assertEquals(List.of("dacarbazine"), values(e, ExtractionField.PARTNER));
  }

  @Test
  void offsetsPointAtTheWordsRead() {
    String text = "Title of no interest\n\nA total of 1,009 women were randomly assigned.";
    Extraction e = Extractor.extract(new DocumentText("x", text, List.of()));
    ExtractedValue n = e.of(ExtractionField.TOTAL_N).getFirst();
    assertEquals("1,009", text.substring(n.start(), n.end()));
    assertEquals("A total of 1,009 women were randomly assigned.", n.sentence());
  }

  @Test
  void dosesAreNormalisedAndCetusUnitsAreSixInternationalUnits() {
    Extraction e =
        read(
            "Interleukin-2 in renal cell carcinoma",
            "METHODS: Patients received IL-2 100,000 Cetus units/kg intravenously every 8 hours on"
                + " days 1-5, later 18 million international units/m2, or 10 x 10(6) IU daily.");
    assertEquals(List.of("0.6 MIU/kg", "18 MIU/m2", "10 MIU"), values(e, ExtractionField.DOSE));
    assertEquals(List.of("8 h", "24 h"), values(e, ExtractionField.INTERVAL));
    assertEquals(List.of("1-5"), values(e, ExtractionField.DOSE_DAYS));
    assertTrue(e.notes().isEmpty(), e.notes().toString());
  }

  @Test
  void unitsOfInterleukinTwoThatAreNotSaidToBeInternationalAreNotConverted() {
    Extraction e =
        read(
            "Interleukin-2 in melanoma",
            "METHODS: Patients received IL-2 600,000 U/kg every 8 hours.");
    assertEquals(List.of("0.6 MU/kg"), values(e, ExtractionField.DOSE));
    assertTrue(e.notes().getFirst().contains("not converted"), e.notes().toString());
  }

  @Test
  void whatIsMeasuredOrBlockedIsNotGiven() {
    Extraction e =
        read(
            "Serum interleukin-6 levels in melanoma patients treated with interleukin-2",
            "METHODS: Serum IL-6 and TNF-α concentrations were measured; an anti-IL-6 antibody was"
                + " not used.");
    assertEquals(List.of("IL-2"), values(e, ExtractionField.CYTOKINE));
    assertEquals(List.of("native"), values(e, ExtractionField.FORMAT));
  }

  @Test
  void numbersThatCannotBothBeTrueAreFlagged() {
    Extraction e =
        read(
            "Contradictions in melanoma",
            "RESULTS: Responses were seen in 31 of 23 patients. Toxicity occurred in 10 of 40"
                + " patients (35%). The hazard ratio was 1.50 (95% CI, 0.60 to 1.09). In 13/20"
                + " (65%) all was well.");
    List<String> why = e.contradictions().stream().map(Contradiction::why).toList();
    assertEquals(
        List.of(
            "31 of 23: more than there are",
            "10 of 40 is 25.0 %, not 35 %",
            "the interval 0.60 to 1.09 excludes its estimate 1.50"),
        why);
  }

  @Test
  void countsThatSplitANumberOfEventsAreNoArms() {
    Extraction e =
        read(
            "Aldesleukin after surgery",
            "RESULTS: Overall, 214 relapses occurred (aldesleukin, n = 96; control, n = 118)."
                + " Neuropathy was more frequent with aldesleukin (eight v one).");
    assertEquals(List.of(), values(e, ExtractionField.ARM_N));
    assertEquals(
        List.of("96 patients", "118 patients", "8 patients", "1 patients"),
        values(e, ExtractionField.EVENTS));
  }

  @Test
  void numberWordsJoinedByAndAreTwoNumbers() {
    Extraction e =
        read(
            "Aldesleukin after surgery",
            "RESULTS: Three and eight deaths were observed in the aldesleukin and observation"
                + " groups, respectively.");
    assertEquals(List.of("3 patients", "8 patients"), values(e, ExtractionField.EVENTS));
  }
}
