package org.cytotrial.evidence.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.evidence.synthesis.Contrast.Question;
import org.junit.jupiter.api.Test;

/// What a combination adds is told by arms of one randomised trial only.
class ContrastsTest {
  private static Contrasts of(PublishedArm... arms) {
    return Contrasts.of(List.of(arms).stream().map(EvidenceArm::of).toList());
  }

  private static PublishedArm arm(String id, String trial, int events, String... more) {
    List<String> cells = new ArrayList<>(List.of(more));
    cells.addAll(List.of("nct=" + trial, "n_evaluable=100", "responders=" + events));
    return Arms.of(id, cells.toArray(String[]::new));
  }

  private static PublishedArm nivolumab(String trial, int events) {
    return arm(
        "N" + trial, trial, events, "cytokine=none", "drugs=nivolumab", "setting=randomised");
  }

  private static PublishedArm both(String trial, int events) {
    return arm("C" + trial, trial, events, "combination=nivolumab", "setting=randomised");
  }

  @Test
  void aCytokineAddedToAnAntibodyIsARiskRatioAgainstTheAntibody() {
    Contrasts.Result result = of(nivolumab("NCT1", 40), both("NCT1", 30)).results().getFirst();
    assertEquals(Question.ADDS_CYTOKINE, result.contrast().question());
    assertEquals("CNCT1", result.contrast().first().name());
    assertEquals(0.75, result.analysis().estimate().orElseThrow().read(), 1e-12);
  }

  @Test
  void aPartnerAddedToACytokineIsARiskRatioAgainstTheCytokine() {
    Contrasts.Result result =
        of(arm("A", "NCT1", 20, "setting=randomized"), both("NCT1", 30)).results().getFirst();
    assertEquals(Question.ADDS_PARTNER, result.contrast().question());
    assertEquals(1.5, result.analysis().estimate().orElseThrow().read(), 1e-12);
  }

  @Test
  void armsOfDifferentTrialsAreNotCompared() {
    assertTrue(of(nivolumab("NCT1", 40), both("NCT2", 30)).results().isEmpty());
  }

  @Test
  void withoutAWordOfLotNoRatioIsGiven() {
    Contrasts.Result result =
        of(arm("A", "NCT1", 20), arm("B", "NCT1", 30, "combination=nivolumab"))
            .results()
            .getFirst();
    assertEquals(
        "not compared: no row says that patients were drawn by lot", result.analysis().trouble());
  }

  @Test
  void aTrialWithoutEventsInEitherArmGivesNoRatio() {
    Contrasts.Result result = of(nivolumab("NCT1", 0), both("NCT1", 0)).results().getFirst();
    assertEquals("no result: no events in either arm", result.analysis().trouble());
  }

  @Test
  void oneZeroCellGetsAHalf() {
    Contrasts.Result result = of(nivolumab("NCT1", 0), both("NCT1", 10)).results().getFirst();
    assertEquals(21, result.analysis().estimate().orElseThrow().read(), 1e-12);
  }

  @Test
  void threeRandomisedTrialsOfOneQuestionArePooled() {
    Contrasts contrasts =
        of(
            nivolumab("NCT1", 40),
            both("NCT1", 30),
            nivolumab("NCT2", 20),
            both("NCT2", 25),
            nivolumab("NCT3", 30),
            both("NCT3", 28));
    assertEquals(3, contrasts.pooled().getFirst().sample().studies());
  }
}
