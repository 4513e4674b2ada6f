package org.cytotrial.report.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytotrial.simulation.trial.TrialResult;
import org.junit.jupiter.api.Test;

/// Table, CSV, JSON and page of twelve patients under the reference model.
class TrialTextTest {
  private static final TrialResult RESULT = SmallTrials.melanoma(12, 200, 3, "");

  private static List<NamedCsvRecord> records(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  @Test
  void oneAndThreeThreadsGiveTheSameBytes() {
    TrialResult alone = SmallTrials.melanoma(12, 200, 1, "");
    assertEquals(TrialTable.text(alone), TrialTable.text(RESULT));
    assertEquals(SummaryCsv.text(alone), SummaryCsv.text(RESULT));
    assertEquals(PatientsCsv.text(alone), PatientsCsv.text(RESULT));
    assertEquals(TrialReport.html(alone, "1"), TrialReport.html(RESULT, "1"));
  }

  @Test
  void tableFitsATerminalOf120ColumnsAndSaysWhatIsUnknown() {
    String table = TrialTable.text(RESULT);
    table.lines().forEach(line -> assertTrue(line.length() <= 120, line));
    assertTrue(table.contains("12 virtual patients of 14 draws"), table);
    assertTrue(
        table.contains("2 turned away: intrinsic growth above g_max would be needed"), table);
    assertTrue(table.contains("Hypotension (uncalibrated)"), table);
    assertTrue(table.contains("15.9 (270) HDIL2_MEL_Atkins1999, fitted"), table);
    assertTrue(table.contains("12.8 (305) Smith2008_HDIL2alone, not fitted"), table);
    assertTrue(table.contains("none in the evidence"), table);
    assertTrue(
        table.contains("Not modelled, so no rate is reported: neurotoxicity and ICANS"), table);
    assertTrue(table.contains("CM067_NIVO: Larkin, N Engl J Med 2015;373:23-34"), table);
  }

  @Test
  void cyclesAreNumberedButOneLongCourseIsNot() {
    String table = TrialTable.text(RESULT);
    assertTrue(table.contains("aldesleukin, cycle 2 (of 14)"), table);
    assertTrue(table.contains("nivolumab (of 15)"), table);
  }

  @Test
  void summaryHasTheColumnsOfTheContract() {
    String csv = SummaryCsv.text(RESULT);
    assertTrue(
        csv.startsWith(
            "arm,endpoint,n,value,low,high,unit,weighted,published,published_n,published_id,fitted,citation\r\n"),
        csv.substring(0, 120));
    List<NamedCsvRecord> response =
        records(csv).stream()
            .filter(r -> r.getField("arm").equals("high-dose IL-2"))
            .filter(r -> r.getField("endpoint").equals("objective_response"))
            .toList();
    assertEquals(4, response.size());
    assertEquals("15.925925925925926", response.getFirst().getField("published"));
    assertEquals("270", response.getFirst().getField("published_n"));
    assertEquals("true", response.getFirst().getField("fitted"));
    List<NamedCsvRecord> untreated =
        records(csv).stream().filter(r -> r.getField("arm").equals("no treatment")).toList();
    assertEquals(14, untreated.size());
    untreated.forEach(r -> assertEquals("", r.getField("published")));
  }

  @Test
  void patientsHaveOneRowInEachArmWithTheirCovariates() {
    List<NamedCsvRecord> patients = records(PatientsCsv.text(RESULT));
    assertEquals(36, patients.size());
    NamedCsvRecord first = patients.getFirst();
    assertEquals(List.of("patient", "arm", "weight", "vt0_mL"), first.getHeader().subList(0, 4));
    assertEquals(
        List.of("doses_cycle1", "doses_cycle2", "failed"),
        first.getHeader().reversed().subList(0, 3).reversed());
    assertEquals("", first.getField("weight"));
    assertEquals("26.934290846002895", first.getField("vt0_mL"));
    assertEquals("PD", first.getField("best_response"));
    assertEquals("84.0", first.getField("pfs_days"));
    assertEquals("3", first.getField("max_grade_hypotension"));
    assertEquals("4", first.getField("doses_cycle2"));
    assertEquals("", patients.get(1).getField("doses_cycle2"));
    assertEquals("", first.getField("failed"));
  }

  @Test
  void citationsWithCommasAndQuotesAreQuoted() {
    String csv = CsvText.of(List.of("a", "b"), List.of(List.of("x, \"y\"", "line\nbreak")));
    assertEquals("a,b\r\n\"x, \"\"y\"\"\",\"line\nbreak\"\r\n", csv);
  }

  @Test
  void jsonHasTheKeysOfTheContractInTheirOrder() {
    Map<String, ?> tree = TrialJson.tree(RESULT, "results");
    assertEquals(
        List.of("study", "seed", "patients", "drawn", "rejected", "ess", "out", "arms"),
        List.copyOf(tree.keySet()));
    assertNull(tree.get("ess"));
    String text = tree.toString();
    assertTrue(text.contains("{short_id=CM067_NIVO, n=316, value=43.7, fitted=true}"), text);
  }

  @Test
  void manifestHashesTheFilesAsSha256sumDoes() {
    var run = new LinkedHashMap<String, Object>(Map.of("seconds", 1.5));
    Map<String, Object> tree =
        Manifest.tree(RESULT, "1", run, new LinkedHashMap<>(Map.of("summary.csv", "abc")));
    assertEquals(
        Map.of("summary.csv", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        tree.get("files"));
    assertEquals(Map.of("seconds", 1.5), tree.get("run"));
  }

  @Test
  void pageHasAllItsSectionsAndNothingThatDiffersBetweenRuns() {
    String page = TrialReport.html(RESULT, "0.1.0");
    for (String section :
        List.of(
            "Endpoints beside published trials",
            "Behaviour to check first",
            "Progression-free survival and survival",
            "Doses given",
            "Toxicity by day",
            "One patient, day by day",
            "What is not modelled",
            "How far to trust it",
            "References",
            "Provenance")) {
      assertTrue(page.contains(">" + section + "</h2>"), section);
    }
    assertTrue(
        page.contains("https://doi.org/10.1007/s00262-016-1910-x\""), "a bare DOI becomes a link");
    assertFalse(page.contains("<script"), "no scripts");
  }
}
