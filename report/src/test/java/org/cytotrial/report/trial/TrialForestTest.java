package org.cytotrial.report.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cytotrial.report.figure.Estimate;
import org.cytotrial.report.figure.ForestFigure;
import org.cytotrial.report.figure.ForestFigure.Group;
import org.cytotrial.report.figure.ForestFigure.Kind;
import org.cytotrial.report.figure.ForestFigure.Study;
import org.cytotrial.simulation.trial.EndpointEstimate;
import org.cytotrial.simulation.trial.TrialResult;
import org.junit.jupiter.api.Test;

/// Simulated arms stand in the forest plot of the published ones, marked, with their own interval,
/// and are pooled with nothing.
class TrialForestTest {
  private static final TrialResult RESULT = SmallTrials.melanoma(8, 168, 1, "");

  @Test
  void theSimulatedArmStandsBelowThePublishedOnesWithItsOwnInterval() {
    ForestFigure forest = TrialForest.of(RESULT).getFirst();
    assertEquals(2, forest.groups().size());
    Group il2 = forest.groups().getFirst();
    assertEquals(
        List.of(
            "HDIL2_MEL_Atkins1999",
            "PROCLAIM_HDIL2_mel",
            "Davar2017_HDIL2_mel",
            "Smith2008_HDIL2alone",
            "Simulated"),
        il2.studies().stream().map(Study::name).toList());
    Study simulated = il2.studies().getLast();
    EndpointEstimate own =
        RESULT.arms().getFirst().estimates().stream()
            .filter(e -> e.endpoint().equals("objective_response"))
            .findFirst()
            .orElseThrow();
    assertEquals(Kind.SIMULATED, simulated.kind());
    assertEquals(
        new Estimate(own.value().orElseThrow(), own.low().orElseThrow(), own.high().orElseThrow()),
        simulated.estimate().orElseThrow());
  }

  @Test
  void nothingIsPooledWithSimulatedPatients() {
    for (ForestFigure forest : TrialForest.of(RESULT)) {
      assertTrue(forest.overall().isEmpty());
      assertTrue(forest.groups().stream().allMatch(g -> g.pooled().isEmpty()));
    }
  }

  @Test
  void thePageSaysThatTheArmIsSimulated() {
    String html = TrialReport.html(RESULT, "test");
    assertTrue(html.contains("In the forest plot of the published arms"));
    assertTrue(html.contains("Simulated arm of a virtual trial, not pooled"));
  }
}
