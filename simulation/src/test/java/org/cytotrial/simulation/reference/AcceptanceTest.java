package org.cytotrial.simulation.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.patient.Admission;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.FollowUp;
import org.cytotrial.simulation.regimen.Played;
import org.cytotrial.simulation.regimen.RegimenPlayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Specification section 16: 51 scenarios, two patients, values at day 84 and every delivered dose.
///
/// "Two builds were compared … At rtol 1e-9, atol 1e-11: 102 of 102 agree, worst relative
/// difference 8.3e-07, all delivered doses equal." A difference is therefore ours.
class AcceptanceTest {
  private static final double END = 84;

  /// Quantities whose reference values can be as good as zero are compared on this scale, as
  /// `independent.py` does.
  private static final Set<String> SMALL = Set.of("ADA", "Hos", "irAE");

  private static final List<String> COMPARED =
      List.of("VT", "VTobs", "ALC", "E8t", "M8", "H4", "irAE", "ADA", "Plt", "ANC", "Hos");

  private final ScenarioTable scenarios = new ScenarioTable(Reference.LEDGER);
  private final Formulas observed =
      Reference.COMPILED.formulas(COMPARED.stream().map(Expression::symbol).toList());

  @Test
  void agreesToOneInAThousandAtTheToleranceOfARun() {
    compareAll(Reference.TOLERANCE, 1e-3);
  }

  @Test
  void agreesToOneInAHundredThousandAtRelativeTolerance1e9() {
    compareAll(Reference.TOLERANCE.withRelative(1e-9), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("patients")
  void baselineStatesAgree(AcceptanceValues reference) {
    Admission.Accepted accepted = admit(reference, Reference.TOLERANCE.withRelative(1e-9));
    double[] state = accepted.patient().state();
    assertEquals(reference.kill(), accepted.meanKill(), 1e-6 * reference.kill());
    int growth = Reference.COMPILED.parameter("g_int");
    assertEquals(
        reference.growth(), accepted.patient().parameters()[growth], 1e-6 * reference.growth());
    assertEquals(73, reference.base().size());
    reference
        .base()
        .forEach((id, theirs) -> {
          double scale = Math.abs(theirs) + 1e-6;
          double ours = state[Reference.COMPILED.state(id)];
          assertEquals(0, (ours - theirs) / scale, 1e-6, id);
        });
  }

  static List<AcceptanceValues> patients() {
    return AcceptanceValues.all();
  }

  private void compareAll(Tolerance tolerance, double allowed) {
    double worst = 0;
    List<String> problems = new ArrayList<>();
    var player = new RegimenPlayer(Reference.COMPILED, tolerance);
    int compared = 0;
    for (AcceptanceValues reference : AcceptanceValues.all()) {
      Admission.Accepted accepted = admit(reference, tolerance);
      for (var scenario : reference.scenarios().entrySet()) {
        String where = reference.name() + " " + scenario.getKey();
        var schedule =
            CompiledSchedule.of(scenarios.schedule(scenario.getKey()), Reference.COMPILED, END);
        Played played = player.play(accepted.patient(), schedule, FollowUp.NONE);
        var completed = assertInstanceOf(Played.Completed.class, played, where);
        List<Integer> doses = scenario.getValue().doses();
        if (!doses(completed).equals(doses)) {
          problems.add(where + ": doses " + doses(completed) + ", reference " + doses);
        }
        Map<String, Double> values = scenario.getValue().values();
        worst = Math.max(worst, compare(where, player, values, allowed, problems));
        compared++;
      }
    }
    System.out.printf(
        "acceptance at rtol %.0e: %d runs, worst relative difference %.1e%n",
        tolerance.relative(), compared, worst);
    assertEquals(102, compared);
    assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
  }

  private double compare(
      String where,
      RegimenPlayer player,
      Map<String, Double> reference,
      double allowed,
      List<String> problems) {
    double[] workspace = new double[observed.workspace()];
    double[] values = new double[observed.count()];
    observed.prepare(player.parameters(), workspace);
    observed.evaluate(END, player.state(), player.parameters(), workspace, values);
    double worst = 0;
    for (int i = 0; i < COMPARED.size(); i++) {
      String id = COMPARED.get(i);
      double theirs = reference.getOrDefault(id, Double.NaN);
      double scale = Math.abs(theirs) + (SMALL.contains(id) ? 1e-3 : 1e-6);
      double difference = Math.abs(values[i] - theirs) / scale;
      worst = Math.max(worst, difference);
      if (!(difference <= allowed)) {
        problems.add(
            "%s: %s %.8g, reference %.8g (%.1e)"
                .formatted(where, id, values[i], theirs, difference));
      }
    }
    return worst;
  }

  private static Admission.Accepted admit(AcceptanceValues patient, Tolerance tolerance) {
    var burnIn = new BurnIn(Reference.COMPILED, tolerance);
    return assertInstanceOf(Admission.Accepted.class, burnIn.admit(0, patient.changed()));
  }

  /// Doses per cycle of intravenous aldesleukin, as the prototype counts them: cycles without any
  /// are left out.
  private static List<Integer> doses(Played.Completed completed) {
    return completed.delivery().stream()
        .filter(d -> d.cycle().target().equals("I2c"))
        .map(Played.Delivery::count)
        .filter(count -> count > 0)
        .toList();
  }
}
