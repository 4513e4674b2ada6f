package org.cytotrial.simulation.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.patient.Admission;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.FollowUp;
import org.cytotrial.simulation.regimen.Played;
import org.cytotrial.simulation.regimen.Rational;
import org.cytotrial.simulation.regimen.RegimenPlayer;
import org.cytotrial.simulation.regimen.Schedule;
import org.cytotrial.simulation.regimen.Sensitivities;
import org.cytotrial.simulation.regimen.Series;
import org.cytotrial.simulation.regimen.TimePattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// "Sensitivities of VT(84) to ten parameters agree with central differences to 1e-4 on the default
/// patient under NIVO and HD IL-2 (holds fixed)."
class SensitivitiesTest {
  private static final double DAY = 84;
  private static final double END = 85;

  /// Of the tumour, the T cells, IL-2 and the body; `BW` stands in the dose.
  ///
  /// The affinities of IL-2 are not among them: without drug the occupancy lies on the kink of
  /// `max(0, occupancy - tone)`, where there is no derivative; a central difference takes the mean
  /// of both sides.
  private static final List<String> PARAMETERS =
      List.of("g_int", "k_ctl", "k_turn", "CL_I2", "BW", "V_inf", "s_Tr", "K_EC", "k_inf", "d_Et");

  private static final Tolerance TIGHT = Reference.TOLERANCE.withRelative(1e-7);
  private static final Tolerance TIGHTEST = Reference.TOLERANCE.withRelative(1e-11);
  private static final List<Expression> OUTPUT = List.of(Expression.symbol("VT"));

  private static VirtualPatient defaultPatient() {
    var burnIn = new BurnIn(Reference.COMPILED, Reference.TOLERANCE.withRelative(1e-9));
    return assertInstanceOf(Admission.Accepted.class, burnIn.admit(0, Map.of())).patient();
  }

  /// The doses that a schedule with hold rules gives, as a schedule without them.
  private static Schedule asGiven(Schedule schedule, VirtualPatient patient) {
    var compiled = CompiledSchedule.of(schedule, Reference.COMPILED, END);
    var player = new RegimenPlayer(Reference.COMPILED, TIGHT);
    Played played = player.play(patient, compiled, FollowUp.NONE);
    List<Series> fixed = new ArrayList<>();
    for (var delivery : assertInstanceOf(Played.Completed.class, played).delivery()) {
      List<Rational> times = new ArrayList<>();
      for (int i = 0; i < delivery.given().size(); i++) {
        if (delivery.given().get(i)) {
          times.add(delivery.cycle().times().get(i));
        }
      }
      if (!times.isEmpty()) {
        Series series = schedule.series().get(delivery.cycle().series());
        fixed.add(
            new Series(
                series.drug(),
                series.operation(),
                series.target(),
                series.amount(),
                series.duration(),
                TimePattern.parse(
                    times.stream().map(Rational::toString).collect(Collectors.joining(";"))),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty()));
      }
    }
    return new Schedule(schedule.name(), fixed, schedule.productRow(), schedule.overrides());
  }

  private static double volume(VirtualPatient patient, CompiledSchedule schedule) {
    var player = new RegimenPlayer(Reference.COMPILED, TIGHTEST);
    assertInstanceOf(Played.Completed.class, player.play(patient, schedule, FollowUp.NONE));
    Formulas formula = Reference.COMPILED.formulas(OUTPUT);
    double[] w = new double[formula.workspace()];
    double[] value = new double[1];
    formula.prepare(player.parameters(), w);
    formula.evaluate(DAY, player.state(), player.parameters(), w, value);
    return value[0];
  }

  private static double centralDifference(
      VirtualPatient patient, CompiledSchedule schedule, String parameter) {
    double[] p = patient.parameters();
    int place = Reference.COMPILED.parameter(parameter);
    double h = 1e-4 * p[place];
    double[] up = p.clone();
    double[] down = p.clone();
    up[place] += h;
    down[place] -= h;
    return (volume(new VirtualPatient(0, Map.of(), up, patient.state()), schedule)
            - volume(new VirtualPatient(0, Map.of(), down, patient.state()), schedule))
        / (2 * h);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NIVO", "HD_IL2_MEL"})
  void sensitivitiesOfTheTumourVolumeAreThoseOfCentralDifferences(String scenario) {
    VirtualPatient patient = defaultPatient();
    Schedule schedule = asGiven(new ScenarioTable(Reference.LEDGER).schedule(scenario), patient);
    var toDay = CompiledSchedule.of(schedule, Reference.COMPILED, DAY);
    var longer = CompiledSchedule.of(schedule, Reference.COMPILED, END);
    var sensitivities = new Sensitivities(longer, PARAMETERS, OUTPUT, List.of(DAY), TIGHT);
    new RegimenPlayer(Reference.COMPILED, TIGHT).play(patient, longer, sensitivities);
    double worst = 0;
    for (int i = 0; i < PARAMETERS.size(); i++) {
      double expected = centralDifference(patient, toDay, PARAMETERS.get(i));
      double actual = sensitivities.of(0, 0, i);
      System.out.printf(
          "%s dVT(84)/d%s = %.8g, central difference %.8g%n",
          scenario, PARAMETERS.get(i), actual, expected);
      assertEquals(expected, actual, 1e-4 * Math.abs(expected), PARAMETERS.get(i));
      worst = actual == expected ? worst : Math.max(worst, Math.abs(actual / expected - 1));
    }
    System.out.printf("%s: worst relative difference %.1e%n", scenario, worst);
  }

  @Test
  void aStateThatIsSetFromAParameterIsRefused() {
    var series =
        new Series(
            "start",
            Series.Operation.INIT,
            "I2c",
            Expression.parse("2*BW"),
            Rational.ZERO,
            TimePattern.parse("0"),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());
    var schedule =
        CompiledSchedule.of(
            new Schedule("set", List.of(series), Map.of(), Map.of()), Reference.COMPILED, END);
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Sensitivities(schedule, List.of("BW"), OUTPUT, List.of(DAY), TIGHT));
    assertEquals(
        "Sensitivities to 'BW' cannot be followed: what is set in I2c depends on it.",
        e.getMessage());
  }
}
