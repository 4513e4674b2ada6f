package org.cytotrial.simulation.regimen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.patient.TestPatients;
import org.cytotrial.simulation.regimen.Series.Operation;
import org.junit.jupiter.api.Test;

/// One compartment under an infusion, against the closed form: `x(t) = r/k (1 - e^(-kT)) e^(-k(t -
/// T))` after its end at T, with r = dose/T.
class InfusionSensitivityTest {
  private static final double K = 0.7;
  private static final double DOSE = 3;
  private static final double T = 2;
  private static final double DAY = 3.5;

  private static final CompiledModel MODEL =
      ModelCompiler.compile(
          AntimonyReader.readText("x' = -k*x; x = 0; k = 0.7; dose = 3;", "infusion.ant"));

  private static Series infusion(String times) {
    return new Series(
        "drug",
        Operation.ADD,
        "x",
        Expression.symbol("dose"),
        Rational.of((long) T),
        TimePattern.parse(times),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  @Test
  void agreesWithTheClosedFormAfterTheInfusion() {
    var schedule =
        CompiledSchedule.of(
            new Schedule("infusion", List.of(infusion("0")), Map.of(), Map.of()), MODEL, 4);
    Tolerance tolerance = Tolerance.of(1e-8, 1e-10, 1);
    var sensitivities =
        new Sensitivities(
            schedule,
            List.of("k", "dose"),
            List.of(Expression.parse("x^2"), Expression.parse("k*x")),
            List.of(DAY),
            tolerance);
    var player = new RegimenPlayer(MODEL, tolerance);
    assertInstanceOf(
        Played.Completed.class, player.play(TestPatients.of(MODEL), schedule, sensitivities));
    double after = DAY - T;
    double x = DOSE / T / K * (1 - Math.exp(-K * T)) * Math.exp(-K * after);
    double byDose = x / DOSE;
    double byK = x * (-1 / K - after) + DOSE / T / K * T * Math.exp(-K * T) * Math.exp(-K * after);
    assertEquals(2 * x * byK, sensitivities.of(0, 0, 0), 1e-6);
    assertEquals(2 * x * byDose, sensitivities.of(0, 0, 1), 1e-6);
    assertEquals(x + K * byK, sensitivities.of(1, 0, 0), 1e-6);
    assertEquals(K * byDose, sensitivities.of(1, 0, 1), 1e-6);
  }
}
