package org.cytotrial.report.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cytotrial.simulation.trial.TrialResult;
import org.junit.jupiter.api.Test;

class TrialTextTest {
  private static final TrialResult RESULT = SmallTrials.melanoma(12, 200, 2, "");

  @Test
  void tableFitsATerminalOf120Columns() throws Exception {
    String table = TrialTable.text(RESULT);
    table.lines().forEach(line -> assertTrue(line.length() <= 120, line));
    assertEquals(table, TrialTable.text(SmallTrials.melanoma(12, 200, 1, "")));
  }
}
