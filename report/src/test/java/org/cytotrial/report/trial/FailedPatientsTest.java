package org.cytotrial.report.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.simulation.trial.ArmResult;
import org.cytotrial.simulation.trial.PatientOutcome;
import org.cytotrial.simulation.trial.TrialResult;
import org.junit.jupiter.api.Test;

/// A patient whose simulation fails is told of, and is no non-responder.
class FailedPatientsTest {
  private static final TrialResult WHOLE = SmallTrials.melanoma(12, 130, 2, "");
  private static final PatientOutcome FAILED =
      new PatientOutcome.Failed(Advance.Reason.STEP_TOO_SMALL, 17.5);

  private static TrialResult with(ArmResult first) {
    List<ArmResult> arms = new ArrayList<>(WHOLE.arms());
    arms.set(0, first);
    return new TrialResult(
        WHOLE.design(),
        WHOLE.population(),
        arms,
        WHOLE.weights(),
        WHOLE.timeCourse(),
        WHOLE.provenance());
  }

  private static TrialResult oneFailed() {
    ArmResult arm = WHOLE.arms().getFirst();
    List<PatientOutcome> outcomes = new ArrayList<>(arm.outcomes());
    outcomes.set(2, FAILED);
    return with(new ArmResult(arm.design(), arm.cycles(), outcomes, arm.estimates()));
  }

  @Test
  void aFailedPatientHasAReasonInsteadOfAnOutcome() {
    NamedCsvRecord failed =
        CsvReader.builder().ofNamedCsvRecord(PatientsCsv.text(oneFailed())).stream()
            .toList()
            .get(6);
    assertEquals("high-dose IL-2", failed.getField("arm"));
    assertEquals("", failed.getField("best_response"));
    assertEquals("", failed.getField("doses_cycle2"));
    assertEquals(Advance.Reason.STEP_TOO_SMALL.advice(), failed.getField("failed"));
  }

  @Test
  void tableAndPageCountTheFailed() {
    String table = TrialTable.text(oneFailed());
    assertTrue(table.contains("1 failed: the step size fell below"), table);
    String page = TrialReport.html(oneFailed(), "1");
    assertTrue(
        page.contains("high-dose IL-2: 1, the step size fell below"),
        "failed patients on the page");
  }

  @Test
  void anArmInWhichAllFailHasNoRatesAndNoFigures() {
    ArmResult arm = WHOLE.arms().getFirst();
    TrialResult result =
        with(new ArmResult(arm.design(), arm.cycles(), Collections.nCopies(12, FAILED), List.of()));
    assertTrue(TrialTable.text(result).contains("No patient could be followed to the end."));
    String page = TrialReport.html(result, "1");
    assertTrue(page.contains("Best change: nivolumab"), "the other arms are drawn");
    assertEquals(-1, page.indexOf("Best change: high-dose IL-2"));
  }
}
