package org.cytotrial.simulation.regimen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Equations;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.model.expression.Evaluator;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.patient.Admission;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.reference.Reference;
import org.cytotrial.simulation.reference.ScenarioTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every hold rule, on patients in whom it holds some doses and lets others pass: doses are skipped
/// exactly where the rule's formula, walked as a tree at the planned time, is 1 (specification
/// section 11.2; toxicity.md, sections 3 and 4).
class HoldRuleTest {
  private static final ScenarioTable SCENARIOS = new ScenarioTable(Reference.LEDGER);

  /// @param changed what makes the patient susceptible
  record Case(String rule, String scenario, Map<String, Double> changed, double days) {
    @Override
    public String toString() {
      return rule + " under " + scenario;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("HD", "HD_IL2_MEL", Map.of(), 84),
        new Case("STRICT", "HD_STRICT", Map.of(), 30),
        new Case("G3", "SC_IL2_RCC", Map.of("vs_p", 12.0), 45),
        new Case("G3", "SC_IL2_RCC", Map.of("ALT_0", 90.0), 45),
        new Case("NEMVA", "NEMVA_MONO", Map.of("vs_p", 6.0), 50),
        new Case("IFN", "HDI_ADJ", Map.of("hep_p", 8.0, "ALT_0", 60.0), 60),
        new Case("IFN", "HDI_ADJ", Map.of("ANC_0", 0.55), 60),
        new Case("PEG", "PEGIFN_ADJ", Map.of("hep_p", 4.0, "ALT_0", 40.0), 84),
        new Case("PEG", "PEGIFN_ADJ", Map.of("Plt_0", 85.0), 84));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void dosesAreSkippedWhereTheRuleIsOne(Case example) {
    VirtualPatient patient =
        assertInstanceOf(
                Admission.Accepted.class,
                new BurnIn(Reference.COMPILED, Reference.TOLERANCE).admit(0, example.changed()))
            .patient();
    var schedule =
        CompiledSchedule.of(
            SCENARIOS.schedule(example.scenario()), Reference.COMPILED, example.days());
    var probe = new Probe(schedule, "hold_" + example.rule());
    var completed =
        assertInstanceOf(
            Played.Completed.class,
            new RegimenPlayer(Reference.COMPILED, Reference.TOLERANCE)
                .play(patient, schedule, probe));
    int given = 0;
    int held = 0;
    for (Played.Delivery delivery : completed.delivery()) {
      Series series = schedule.schedule().series().get(delivery.cycle().series());
      if (series.condition().isPresent()) {
        continue; // a second course, which AcceptanceTest counts
      }
      assertEquals("hold_" + example.rule(), series.holdRule().orElse("none"));
      int heldInCycle = 0;
      for (int i = 0; i < delivery.given().size(); i++) {
        double day = delivery.cycle().times().get(i).toDouble();
        boolean stopped = heldInCycle >= series.stopAfter().orElse(Integer.MAX_VALUE);
        boolean holds = probe.values.getOrDefault(day, Double.NaN) == 1;
        assertEquals(!stopped && !holds, delivery.given().get(i), example + " on day " + day);
        heldInCycle += holds && !stopped ? 1 : 0;
        given += delivery.given().get(i) ? 1 : 0;
      }
      held += heldInCycle;
    }
    System.out.printf("hold_%s: %d doses given, %d held%n", example, given, held);
    assertTrue(given > 0, "no dose given");
    assertTrue(held > 0, "no dose held");
  }

  /// Evaluates a rule by walking its tree, just before each planned dose.
  private static final class Probe implements FollowUp {
    private static final Equations EQUATIONS = Reference.COMPILED.equations();

    private final Expression rule;
    private final List<Double> days;
    private final Map<Double, Double> values = new TreeMap<>();

    Probe(CompiledSchedule schedule, String rule) {
      this.rule = Expression.symbol(rule);
      var planned = new TreeSet<Double>();
      schedule.cycles().forEach(cycle -> cycle.times().forEach(t -> planned.add(t.toDouble())));
      this.days = new ArrayList<>(planned);
    }

    @Override
    public void accepted(Stepper stepper) {}

    @Override
    public double nextStop() {
      return values.size() < days.size() ? days.get(values.size()) : Double.POSITIVE_INFINITY;
    }

    @Override
    public void stop(CompiledSystem system, Stepper stepper) {
      values.put(stepper.time(), value(rule, system.parameters(), stepper));
    }

    private static double value(Expression formula, double[] p, Stepper stepper) {
      return new Evaluator(stepper.time(), id -> symbol(id, p, stepper)).value(formula);
    }

    private static double symbol(String id, double[] p, Stepper stepper) {
      Expression definition = EQUATIONS.definitions().get(id);
      if (definition != null) {
        return value(definition, p, stepper);
      }
      return Reference.COMPILED.hasState(id)
          ? stepper.state()[Reference.COMPILED.state(id)]
          : p[Reference.COMPILED.parameter(id)];
    }
  }
}
