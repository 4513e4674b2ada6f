package org.cytotrial.evidence.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.synthesis.Analysis.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is pooled, what is too little, and what becomes of counts that are hard to pool.
class SynthesisTest {
  private static final ReviewProtocol PROTOCOL =
      new ReviewProtocol(
          "test",
          "Test",
          new ReviewProtocol.Question("people", "IL-2", "", "response"),
          List.of(),
          List.of(),
          List.of("none"),
          List.of(),
          new ReviewProtocol.DateRange(LocalDate.EPOCH, LocalDate.EPOCH),
          List.of(),
          1,
          new ReviewProtocol.Synthesis("PLO", "GLMM", List.of("route"), ""));

  @TempDir Path folder;

  private Synthesis of(PublishedArm... arms) throws IOException {
    return Synthesis.of(PROTOCOL, List.of(arms), folder);
  }

  private static PublishedArm arm(String id, int events, int patients, String... more) {
    List<String> cells = new ArrayList<>(List.of(more));
    cells.add("responders=" + events);
    cells.add("n_evaluable=" + patients);
    return Arms.of(id, cells.toArray(String[]::new));
  }

  private Pool response(PublishedArm... arms) throws IOException {
    return of(arms).pools().getFirst();
  }

  @Test
  void twoStudiesAreNotEnough() throws IOException {
    Pool pool = response(arm("A", 3, 20), arm("B", 5, 25));
    assertFalse(pool.isPooled());
    assertEquals(
        "not enough evidence: 2 of at least 3 studies with a count that may be pooled",
        pool.tooLittle());
  }

  @Test
  void threeArmsOfTwoTrialsAreNotEnough() throws IOException {
    Pool pool =
        response(arm("A", 3, 20, "nct=NCT1"), arm("B", 5, 25, "nct=NCT1; NCT2"), arm("C", 4, 20));
    assertFalse(pool.isPooled());
  }

  @Test
  void cancersCytokinesPartnersAndEndpointsAreNeverPooledTogether() throws IOException {
    Synthesis synthesis =
        of(
            arm("A", 3, 20),
            arm("B", 5, 25, "cancer=RCC"),
            arm("C", 4, 20, "cytokine=IL-15"),
            arm("D", 4, 20, "combination=nivolumab"),
            arm("E", 4, 20, "endpoint_class=locoregional_injection"));
    assertEquals(5, synthesis.pools().size());
    assertTrue(synthesis.pools().stream().noneMatch(Pool::isPooled));
  }

  @Test
  void armsOfWeightZeroStandInTablesOnly() throws IOException {
    Pool pool =
        response(
            arm("A", 3, 20), arm("B", 5, 25), arm("C", 4, 20), arm("D", 9, 20, "fit_weight=0"));
    assertTrue(pool.isPooled());
    assertEquals(3, pool.rows().size());
    assertEquals("D", pool.listed().getFirst().name());
  }

  @Test
  void comparatorsAreListed() throws IOException {
    Pool pool =
        response(
            arm("A", 3, 20, "cytokine=none"),
            arm("B", 5, 25, "cytokine=none"),
            arm("C", 4, 20, "cytokine=none"));
    assertFalse(pool.isPooled());
  }

  @Test
  void overlappingSeriesEnterAtHalfAndLeaveInASensitivityAnalysis() throws IOException {
    Pool pool =
        response(
            arm("A", 3, 20), arm("B", 5, 25), arm("C", 4, 20), arm("D", 8, 40, "fit_weight=0.5"));
    Analysis without = pool.analysis(Purpose.SENSITIVITY).orElseThrow();
    assertEquals(3, without.sample().rows());
    double three =
        Pooling.binomial(pool.rows().subList(0, 3).stream().map(PoolRow::whole).toList()).value();
    assertEquals(three, without.estimate().orElseThrow().value(), 1e-9);
    assertEquals(4, pool.rows().getLast().weighted().x());
  }

  @Test
  void armsOfOneRecordedSeriesCountOnceAndAreKeptTogether() throws IOException {
    Files.writeString(
        folder.resolve(Synthesis.SERIES_FILE),
        "short_id,series,source\nA,NCI,notes\nB,NCI,notes\n");
    Pool pool = response(arm("A", 3, 20), arm("B", 5, 25), arm("C", 4, 20), arm("D", 2, 20));
    assertEquals(3, pool.studies());
    assertTrue(pool.analysis(Purpose.MULTILEVEL).orElseThrow().estimate().isPresent());
  }

  @Test
  void withoutAnyEventThereIsNoNumber() throws IOException {
    Pool pool = response(arm("A", 0, 20), arm("B", 0, 25), arm("C", 0, 20));
    Analysis primary = pool.analysis(Purpose.PRIMARY).orElseThrow();
    assertTrue(primary.estimate().isEmpty());
    assertEquals("no result: With no event the logit has no estimate.", primary.trouble());
  }

  @Test
  void identicalStudiesDoNotDiffer() throws IOException {
    Pool pool = response(arm("A", 5, 20), arm("B", 5, 20), arm("C", 5, 20));
    assertEquals(25, pool.estimate().orElseThrow().read(), 1e-4);
    assertEquals(0, pool.estimate().orElseThrow().spread().tau2(), 1e-6);
  }

  @Test
  void aSubgroupOfOneIsNotPooled() throws IOException {
    Pool pool =
        response(
            arm("A", 5, 20, "route=sc"),
            arm("B", 4, 20, "route=sc"),
            arm("C", 6, 20, "route=sc"),
            arm("D", 5, 20, "route=iv"));
    List<Analysis> groups =
        pool.analyses().stream().filter(a -> a.purpose() == Purpose.SUBGROUP).toList();
    assertEquals(2, groups.size());
    assertTrue(groups.getFirst().estimate().isPresent());
    assertEquals("not pooled: 1 of at least 3 studies", groups.getLast().trouble());
  }

  @Test
  void tenStudiesAreTestedForSmallStudyEffectsAndForDose() throws IOException {
    PublishedArm[] arms = new PublishedArm[11];
    for (int i = 0; i < arms.length; i++) {
      arms[i] =
          arm(
              String.format(Locale.ROOT, "A%02d", i),
              2 + i,
              20 + 3 * i * i,
              "dose_value=" + (100 + 10 * i),
              "dose_unit=IU",
              "dose_basis=per_kg");
    }
    PoolChecks checks = response(arms).checks().orElseThrow();
    assertTrue(checks.smallStudies().isPresent());
    assertEquals("IU per_kg", checks.regressions().getFirst().unit());
    assertEquals(11, checks.leaveOneOut().size());
    assertEquals(1, checks.notDone().size(), checks.notDone().toString());
  }

  @Test
  void fewStudiesAreNotTested() throws IOException {
    PoolChecks checks =
        response(arm("A", 3, 20), arm("B", 5, 25), arm("C", 4, 20)).checks().orElseThrow();
    assertTrue(checks.smallStudies().isEmpty());
    assertEquals(4, checks.notDone().size(), checks.notDone().toString());
  }

  @Test
  void mistakesInTheFormsAreAllNamedWithTheirPlace() throws IOException {
    Files.writeString(
        folder.resolve(JudgementForms.BIAS_FILE),
        "study,tool,domain,judgement,reason,by,date\n"
            + "A,RoB 2,randomisation process,low,drawn by computer,Ada,\n"
            + "Z,RoB 3,overall,low,because,Ada,\n"
            + "A,JBI single arm,overall,maybe,,,\n"
            + "A,ROBINS-I,confounding,,,,\n");
    Files.writeString(
        folder.resolve(Synthesis.SERIES_FILE), "short_id,series,source\nQ,NCI,notes\nA,NCI,\n");
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> of(arm("A", 3, 20))).getMessage());
    for (String part :
        List.of(
            "risk-of-bias.csv:3: 'study' is 'Z', which is none of this review.",
            "risk-of-bias.csv:3: 'tool' is 'RoB 3'; known are RoB 2, ROBINS-I, JBI single arm.",
            "risk-of-bias.csv:4: a judgement needs 'reason' and 'by'",
            "risk-of-bias.csv:4: 'judgement' is 'maybe'; it may be one of [yes, no, unclear",
            "series.csv:2: 'short_id' is 'Q', which is no accepted arm.",
            "series.csv:3: 'series' and 'source' must say")) {
      assertTrue(message.contains(part), part + " is not in\n" + message);
    }
    assertFalse(message.contains("risk-of-bias.csv:5"), message);
  }

  @Test
  void whatNobodyJudgedIsNotAssessed() throws IOException {
    Synthesis synthesis = of(arm("A", 3, 20));
    assertEquals("not assessed", synthesis.forms().overall("A"));
  }

  @Test
  void aJudgementIsShownWithWhoMadeIt() throws IOException {
    Files.writeString(
        folder.resolve(JudgementForms.BIAS_FILE),
        "study,tool,domain,judgement,reason,by,date\n"
            + "A,RoB 2,overall,Some concerns,open label,Ada Byron,2026-11-25\n");
    Synthesis synthesis = of(arm("A", 3, 20));
    assertEquals("some concerns (RoB 2, Ada Byron)", synthesis.forms().overall("A"));
    assertEquals("open label", synthesis.forms().bias().getFirst().reason());
  }
}
