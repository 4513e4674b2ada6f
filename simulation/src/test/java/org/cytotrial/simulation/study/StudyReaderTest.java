package org.cytotrial.simulation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cytotrial.domain.clinical.Route;
import org.cytotrial.domain.quantity.Quantity;
import org.cytotrial.library.Library;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.regimen.Condition;
import org.cytotrial.simulation.regimen.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a study file says, and what its author is told when it says something else.
class StudyReaderTest {
  private static final String GOOD =
      """
      study: small
      indication: metastatic melanoma
      patients: 1_000
      follow_up: 12 weeks
      arms:
        - name: il2
          regimen:
            - product: aldesleukin
              dose: 600000 IU/kg
              route: iv
              infusion: 15 min
              every: 8 h
              doses: 14
              cycles: [0 days, 14 days]
              hold: HD
              stop_after: 3
              only_if: SLD(0) <= SLD_0
            - product: nivolumab
              dose: 240 mg
              route: iv
              every: 14 days
              doses: until the end
          published: [A, B]
        - name: none
      weighting:
        - arm: il2
          published: A
      """;

  @Test
  void readsEveryField() {
    Study study = StudyReader.read("small.yaml", GOOD);
    assertEquals("small", study.name());
    assertEquals("small", study.title());
    assertEquals(1000, study.patients());
    assertEquals(1, study.seed());
    assertEquals(84, study.followUpDays());
    assertEquals(List.of("il2", "none"), study.arms().stream().map(Study.Arm::name).toList());
    assertEquals(
        List.of("A", "B"),
        study.arms().getFirst().published().stream().map(Located::name).toList());
    Study.WeightingTarget target = study.weighting().getFirst();
    assertEquals("il2", target.arm());
    assertEquals("A", target.publishedArm().name());
    Administration il2 = study.arms().getFirst().regimen().getFirst();
    assertEquals("aldesleukin", il2.product());
    assertEquals(Quantity.parse("600000 IU/kg"), il2.dose());
    assertEquals(Route.INTRAVENOUS, il2.route());
    assertEquals(new Rational(1, 96), il2.infusionDays());
    assertEquals(new Rational(1, 3), il2.intervalDays());
    assertEquals(OptionalLong.of(14), il2.doses());
    assertEquals(List.of(Rational.ZERO, Rational.of(14)), il2.cycleStarts());
    assertEquals("HD", il2.hold().orElseThrow());
    assertEquals(OptionalInt.of(3), il2.stopAfter());
    assertEquals(Condition.parse("SLD(0) <= SLD_0"), il2.onlyIf().orElseThrow());
    assertEquals("small.yaml:8:9", il2.where());
    Administration nivolumab = study.arms().getFirst().regimen().getLast();
    assertEquals(OptionalLong.empty(), nivolumab.doses());
    assertEquals(List.of(Rational.ZERO), nivolumab.cycleStarts());
    assertEquals(Rational.ZERO, nivolumab.infusionDays());
    assertEquals(new Study.Body(OptionalDouble.empty(), OptionalDouble.empty()), study.body());
  }

  @Test
  void everyStudyThatShipsIsRead() {
    for (String name : Reference.LIBRARY.studies()) {
      Library.StudyText text = Reference.LIBRARY.study(name);
      assertEquals(name, StudyReader.read(text.file(), text.text()).name());
    }
  }

  /// @param from text of the good file
  /// @param to what stands there instead
  /// @param told beginning of the message, then parts of it
  record Mistake(String what, String from, String to, List<String> told) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Mistake> mistakesInRegimens() {
    return List.of(
        new Mistake(
            "malformed YAML", "patients: 1_000", "patients: [1", List.of("s.yaml:", "not YAML")),
        new Mistake("tab", "    regimen:", "\tregimen:", List.of("s.yaml:7:1", "not YAML")),
        new Mistake("dose without a unit", "240 mg", "240", List.of("s.yaml:19:15: 'dose'")),
        new Mistake("dose in no unit", "240 mg", "240 mgg", List.of("s.yaml:19:15: 'dose'", "mgg")),
        new Mistake(
            "negative dose",
            "240 mg",
            "-240 mg",
            List.of("s.yaml:19:15: 'dose'", "-240 mg", "positive")),
        new Mistake(
            "dose of nothing", "240 mg", "0 mg", List.of("s.yaml:19:15: 'dose'", "positive")),
        new Mistake(
            "dose that is no number", "240 mg", "lots of mg", List.of("s.yaml:19:15: 'dose'")),
        new Mistake("infinite dose", "240 mg", "1e999 mg", List.of("s.yaml:19:15: 'dose'")),
        new Mistake(
            "unknown route",
            "route: iv\n        infusion",
            "route: oral\n        infusion",
            List.of("s.yaml:10:16: 'route'", "oral", "iv, sc")),
        new Mistake(
            "missing route",
            "        route: iv\n        infusion",
            "        infusion",
            List.of("s.yaml:8:9: 'route' is missing")),
        new Mistake(
            "missing product",
            "      - product: nivolumab\n        dose",
            "      - dose",
            List.of("s.yaml:18:9: 'product' is missing")),
        new Mistake(
            "missing dose",
            "        dose: 240 mg\n",
            "",
            List.of("s.yaml:18:9: 'dose' is missing")),
        new Mistake(
            "missing doses", "        doses: 14\n", "", List.of("s.yaml:8:9: 'doses' is missing")),
        new Mistake(
            "missing every",
            "        every: 8 h\n",
            "",
            List.of("s.yaml:12:16: 'every' is missing", "Maybe 'every: 8 h'")),
        new Mistake(
            "every without a unit", "8 h", "8", List.of("s.yaml:12:16: 'every'", "Maybe '8 h'")),
        new Mistake("every of nothing", "8 h", "0 h", List.of("s.yaml:12:16: 'every'")),
        new Mistake("negative every", "8 h", "-8 h", List.of("s.yaml:12:16: 'every'", "negative")),
        new Mistake(
            "unit of no time", "8 h", "8 hours", List.of("s.yaml:12:16: 'every'", "hours")));
  }

  static List<Mistake> mistakesElsewhere() {
    return List.of(
        new Mistake(
            "unknown key",
            "stop_after: 3",
            "stop_afer: 3",
            List.of("s.yaml:16:9: 'stop_afer' is not known here", "stop_after")),
        new Mistake(
            "unknown key at the top",
            "patients:",
            "patient:",
            List.of(
                "s.yaml:1:1: 'patients' is missing", "s.yaml:3:1: 'patient' is not known here")),
        new Mistake(
            "key twice",
            "patients: 1_000",
            "patients: 10\npatients: 20",
            List.of("s.yaml:4:1: 'patients' stands twice")),
        new Mistake(
            "no patients", "1_000", "0", List.of("s.yaml:3:11: 'patients'", "between 1 and")),
        new Mistake(
            "half a patient", "1_000", "2.5", List.of("s.yaml:3:11: 'patients'", "whole number")),
        new Mistake(
            "count of doses", "doses: 14", "doses: many", List.of("s.yaml:13:16: 'doses'", "many")),
        new Mistake(
            "condition",
            "SLD(0) <= SLD_0",
            "SLD gets smaller",
            List.of("s.yaml:17:18: 'only_if'", "Maybe 'SLD(63) <= SLD_0'")),
        new Mistake(
            "weighting of no arm",
            "- arm: il2",
            "- arm: il3",
            List.of("s.yaml:26:10: there is no arm 'il3'", "il2")),
        new Mistake(
            "mapping for a value",
            "dose: 240 mg",
            "dose: {a: b}",
            List.of("s.yaml:19:15: 'dose' wants one value")),
        new Mistake(
            "arms that are no list",
            "arms:\n  - name: il2",
            "arms:\n    name: il2",
            List.of("s.yaml:")),
        new Mistake("seed", "patients:", "seed: x\npatients:", List.of("s.yaml:3:7: 'seed'")),
        new Mistake(
            "two arms of one name", "name: none", "name: il2", List.of("s.yaml:24:11:", "'il2'")),
        new Mistake(
            "no name", "name: none", "published: [A]", List.of("s.yaml:24:5: 'name' is missing")));
  }

  @ParameterizedTest
  @MethodSource({"mistakesInRegimens", "mistakesElsewhere"})
  void tellsTheAuthor(Mistake mistake) {
    assertTrue(GOOD.contains(mistake.from()), mistake.what());
    String text = GOOD.replace(mistake.from(), mistake.to());
    var e = assertThrows(StudyException.class, () -> StudyReader.read("s.yaml", text));
    String told = String.valueOf(e.getMessage());
    assertTrue(told.startsWith("s.yaml:"), told);
    for (String part : mistake.told()) {
      assertTrue(told.contains(part), () -> "expected '" + part + "' in: " + told);
    }
  }

  @Test
  void tellsEverythingInOnePass() {
    String text =
        GOOD.replace("240 mg", "-240 mg")
            .replace("8 h", "8")
            .replace("1_000", "none")
            .replace("indication: metastatic melanoma\n", "")
            .replace("hold: HD", "holds: HD");
    var e = assertThrows(StudyException.class, () -> StudyReader.read("s.yaml", text));
    assertEquals(5, e.problems().size(), e.toString());
  }

  @Test
  void bodiesAreMeasured() {
    String body = GOOD + "body:\n  weight: 80 kg\n  surface: 20000 cm2\n";
    Study study = StudyReader.read("s.yaml", body);
    assertEquals(80, study.body().weight().orElseThrow());
    assertEquals(2, study.body().surface().orElseThrow(), 1e-12);
    for (String wrong : List.of("-80 kg", "0 kg", "80", "80 m2", "NaN kg", "1e999 kg")) {
      var e =
          assertThrows(
              StudyException.class,
              () -> StudyReader.read("s.yaml", GOOD + "body:\n  weight: " + wrong + "\n"));
      assertTrue(e.toString().contains("s.yaml:29:11: 'weight'"), e.toString());
    }
  }

  @Test
  void visitsAreDays() {
    String text =
        GOOD + "visits:\n  first: 6 weeks\n  every: 21 days\n  best_response_until: 200 days\n";
    assertEquals(
        new Study.Visits(42, 21, 200), StudyReader.read("s.yaml", text).visits().orElseThrow());
  }

  @Test
  void anEmptyFileIsToldAsOne() {
    for (String text : List.of("", "\n", "# nothing\n", "--- \n")) {
      var e = assertThrows(StudyException.class, () -> StudyReader.read("s.yaml", text));
      assertTrue(e.toString().contains("s.yaml"), e.toString());
    }
    assertThrows(StudyException.class, () -> StudyReader.read("s.yaml", "- a\n- b\n"));
    assertThrows(StudyException.class, () -> StudyReader.read("s.yaml", "a: 1\n---\nb: 2\n"));
  }

  /// "Billion laughs": aliases that grow without end must not be followed.
  @Test
  void aliasesDoNotBlowUp() {
    var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }
    assertThrows(StudyException.class, () -> StudyReader.read("s.yaml", text.toString()));
  }
}
