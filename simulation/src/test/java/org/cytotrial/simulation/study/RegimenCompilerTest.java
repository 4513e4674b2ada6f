package org.cytotrial.simulation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cytotrial.domain.clinical.Product;
import org.cytotrial.domain.clinical.Route;
import org.cytotrial.model.expression.Evaluator;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.reference.ScenarioTable;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.regimen.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Doses become amounts of the model by the product's own molar mass and activity; what cannot be
/// is told with its place.
class RegimenCompilerTest {
  private static List<Schedule> compile(String... lines) {
    var text =
        new StringBuilder(
            "study: s\n"
                + "indication: i\n"
                + "patients: 1\n"
                + "follow_up: 84 days\n"
                + "arms:\n"
                + "  - name: a\n"
                + "    regimen:\n");
    for (String line : lines) {
      text.append("      - {").append(line).append("}\n");
    }
    Study study = StudyReader.read("s.yaml", text.toString());
    return new RegimenCompiler(Reference.MODEL, Reference.LEDGER, Reference.LIBRARY::product)
        .compile(study);
  }

  private static double amount(Series series) {
    return new Evaluator(0, Reference.LEDGER::value).value(series.amount());
  }

  /// 1 MIU of aldesleukin is 3.985 nmol; 70 kg and 1.73 m² in the ledger.
  @ParameterizedTest
  @CsvSource({
    "aldesleukin, 1000000 IU, iv, I2c, 3.985",
    "aldesleukin, 600000 IU/kg, iv, I2c, 167.4",
    "aldesleukin, 1 MIU/m2, sc, I2d, 6.895",
    "aldesleukin, 1.1 mg, iv, I2c, 71.90",
    "nivolumab, 240 mg, iv, P1c, 1643.8",
    "nivolumab, 3 mg/kg, iv, P1c, 1438.4",
    "nivolumab, 0.00024 kg, iv, P1c, 1643.8",
  })
  void dosesBecomeNanomoles(
      String product, String dose, String route, String target, double nanomoles) {
    Schedule schedule =
        compile("product: %s, dose: %s, route: %s, doses: 1".formatted(product, dose, route))
            .getFirst();
    Series series = schedule.series().getFirst();
    assertEquals(target, series.target());
    assertEquals(nanomoles, amount(series), 0.0005 * nanomoles);
  }

  /// The shipped study's arm and the specification's scenario are the same regimen, but for the
  /// infusion.
  @Test
  void shippedHighDoseArmIsTheScenario() {
    var text = Reference.LIBRARY.study("high-dose-il2-melanoma");
    Study study = StudyReader.read(text.file(), text.text());
    Schedule ours =
        new RegimenCompiler(Reference.MODEL, Reference.LEDGER, Reference.LIBRARY::product)
            .compile(study)
            .getFirst();
    Schedule theirs = new ScenarioTable(Reference.LEDGER).schedule("HD_IL2_MEL");
    assertEquals(theirs.series().size(), ours.series().size());
    for (int i = 0; i < ours.series().size(); i++) {
      Series a = ours.series().get(i);
      Series b = theirs.series().get(i);
      assertEquals(b.times().cycles(350), a.times().cycles(350));
      assertEquals(b.holdRule(), a.holdRule());
      assertEquals(b.stopAfter(), a.stopAfter());
      assertEquals(b.condition(), a.condition());
      assertEquals(b.target(), a.target());
      assertEquals(amount(b), amount(a), 1e-12 * amount(b));
    }
    CompiledSchedule.of(ours, Reference.COMPILED, study.followUpDays());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "product: nivolumab, dose: 3 IU/kg, route: iv, doses: 1 | is in IU, but nivolumab has no"
            + " IU",
        "product: aldesleukin, dose: 3 mL, route: iv, doses: 1 | is in no unit of a dose",
        "product: aldesleukin, dose: 3 mg/day, route: iv, doses: 1 | is in no unit of a dose",
        "product: aldesleukin, dose: 3 nmol, route: iv, doses: 1 | is in no unit of a dose",
        "product: aldesleukine, dose: 3 mg, route: iv, doses: 1 | aldesleukin",
        "product: snake oil, dose: 3 mg, route: iv, doses: 1 | snake oil",
        "product: nivolumab, dose: 3 mg, route: sc, doses: 1 | not given by route 'sc'",
        "product: nivolumab, dose: 3 mg, route: iv, doses: 1, hold: HQ | hold rule 'HQ' is not"
            + " known",
        "product: nivolumab, dose: 3 mg, route: iv, doses: 1, hold: hold_HD | hold rule 'hold_HD'"
            + " is not known",
        "product: nivolumab, dose: 3 mg, route: iv, doses: 1, only_if: SLD(63) <= SLD_0 | decided"
            + " on day 63",
        "product: nivolumab, dose: 3 mg, route: iv, doses: 1, cycles: [70 days], only_if: SLE(63)"
            + " <= SLE_0 | 'SLE'",
      })
  void tellsTheAuthor(String line, String told) {
    var e = assertThrows(StudyException.class, () -> compile(line));
    assertTrue(e.toString().contains("s.yaml:8:9: "), e.toString());
    assertTrue(e.toString().contains(told), e.toString());
  }

  @Test
  void tellsEverythingInOnePass() {
    var e =
        assertThrows(
            StudyException.class,
            () ->
                compile(
                    "product: aldesleukine, dose: 3 mg, route: iv, doses: 1",
                    "product: nivolumab, dose: 3 IU, route: iv, doses: 1",
                    "product: nivolumab, dose: 3 mg, route: iv, doses: 1, hold: X"));
    assertEquals(3, e.problems().size());
    assertTrue(e.problems().get(2).startsWith("s.yaml:10:9: "), e.toString());
  }

  /// A product of the slot brings its row of parameters; the slot holds one.
  @Test
  void engineeredCytokinesLoadTheirRow() {
    Function<String, Product> products =
        name ->
            new Product(
                name,
                name,
                Map.of(Route.INTRAVENOUS, "Xpro"),
                "MW_X",
                Optional.empty(),
                Optional.of(name),
                "");
    String text =
        """
        study: s
        indication: i
        patients: 1
        follow_up: 84 days
        arms:
          - name: a
            regimen:
              - {product: BEMPEG, dose: 0.006 mg/kg, route: iv, every: 21 days, doses: until the end}
        """;
    var compiler = new RegimenCompiler(Reference.MODEL, Reference.LEDGER, products);
    Schedule ours = compiler.compile(StudyReader.read("s.yaml", text)).getFirst();
    Schedule theirs = new ScenarioTable(Reference.LEDGER).schedule("BEMPEG_MONO");
    assertEquals(theirs.productRow(), ours.productRow());
    Study two =
        StudyReader.read(
            "s.yaml", text + "      - {product: IL2V, dose: 1 mg, route: iv, doses: 1}\n");
    var e = assertThrows(StudyException.class, () -> compiler.compile(two));
    assertTrue(e.toString().contains("s.yaml:9:9: "), e.toString());
    assertTrue(e.toString().contains("already holds BEMPEG"), e.toString());
  }

  @Test
  void armsWithoutARegimenDoNothing() {
    Study study =
        StudyReader.read(
            "s.yaml",
            "study: s\nindication: i\npatients: 1\nfollow_up: 1 day\narms:\n  - name: a\n");
    List<Schedule> schedules =
        new RegimenCompiler(Reference.MODEL, Reference.LEDGER, Reference.LIBRARY::product)
            .compile(study);
    assertEquals(List.of(), schedules.getFirst().series());
    assertEquals(Map.of(), schedules.getFirst().productRow());
  }
}
