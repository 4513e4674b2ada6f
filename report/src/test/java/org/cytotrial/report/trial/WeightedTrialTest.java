package org.cytotrial.report.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import org.cytotrial.simulation.trial.TrialResult;
import org.junit.jupiter.api.Test;

/// Values with prevalence weights stand beside those without.
class WeightedTrialTest {
  private static final TrialResult RESULT =
      SmallTrials.melanoma(80, 380, 2, "weighting: [{arm: nivolumab, published: CM067_NIVO}]");

  @Test
  void tableShowsTheEffectiveSampleSizeAndWhatTheWeightsMeet() {
    String table = TrialTable.text(RESULT);
    table.lines().forEach(line -> assertTrue(line.length() <= 120, line));
    assertTrue(table.contains("weighted (ESS "), table);
    assertTrue(
        table.contains("nivolumab meets response rate and complete responses of CM067_NIVO"),
        table);
    String response =
        table
            .lines()
            .filter(line -> line.contains("43.7 (316) CM067_NIVO, fitted"))
            .findFirst()
            .orElseThrow();
    assertTrue(response.matches(".*\\] +43\\.7 \\[.*"), response);
  }

  @Test
  void weightsOfPatientsSumToOne() {
    double sum =
        CsvReader.builder().ofNamedCsvRecord(PatientsCsv.text(RESULT)).stream()
            .filter(r -> r.getField("arm").equals("nivolumab"))
            .mapToDouble(r -> Double.parseDouble(r.getField("weight")))
            .sum();
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void pageDrawsBothCurves() {
    String page = TrialReport.html(RESULT, "1");
    assertTrue(page.contains("Progression-free survival, unweighted"), "unweighted");
    assertTrue(page.contains("Progression-free survival, weighted"), "weighted");
  }
}
