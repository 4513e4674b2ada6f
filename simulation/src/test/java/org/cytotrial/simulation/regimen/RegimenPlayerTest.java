package org.cytotrial.simulation.regimen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.antimony.AntimonyReader;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.patient.TestPatients;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.Played.Completed;
import org.cytotrial.simulation.regimen.Series.Operation;
import org.junit.jupiter.api.Test;

/// Schedules on a model whose numbers are seen at once: `x` stays unless it decays at rate `k`;
/// `total` gathers what left.
class RegimenPlayerTest {
  private static final CompiledModel MODEL =
      ModelCompiler.compile(
          AntimonyReader.readText(
              """
              x' = -k*x; x = 0;
              total' = k*x; total = 0;
              clock' = 1; clock = 0;
              k = 0;
              gate = 0;
              unit_dose = 1;
              twice := 2*x;
              hold_over := piecewise(1, x > 2.5, 0);
              hold_always := 1;
              """,
              "player.ant"));
  private static final VirtualPatient PATIENT = TestPatients.of(MODEL);
  private final RegimenPlayer player = new RegimenPlayer(MODEL, Tolerance.of(1e-10, 1e-12, 3));

  /// A series that is changed by `with…` as a test needs it.
  private record Line(Series series) {
    static Line add(String amount, String times) {
      return new Line(
          new Series(
              "drug",
              Operation.ADD,
              "x",
              Expression.parse(amount),
              Rational.ZERO,
              TimePattern.parse(times),
              Optional.empty(),
              OptionalInt.empty(),
              Optional.empty()));
    }

    Line with(Operation operation, String target) {
      return new Line(
          new Series(
              series.drug(),
              operation,
              target,
              series.amount(),
              series.duration(),
              series.times(),
              series.holdRule(),
              series.stopAfter(),
              series.condition()));
    }

    Line over(String days) {
      return new Line(
          new Series(
              series.drug(),
              series.operation(),
              series.target(),
              series.amount(),
              Rational.parse(days),
              series.times(),
              series.holdRule(),
              series.stopAfter(),
              series.condition()));
    }

    Line held(String rule, int stopAfter) {
      return new Line(
          new Series(
              series.drug(),
              series.operation(),
              series.target(),
              series.amount(),
              series.duration(),
              series.times(),
              Optional.of(rule),
              stopAfter > 0 ? OptionalInt.of(stopAfter) : OptionalInt.empty(),
              series.condition()));
    }

    Line onlyIf(String condition) {
      return new Line(
          new Series(
              series.drug(),
              series.operation(),
              series.target(),
              series.amount(),
              series.duration(),
              series.times(),
              series.holdRule(),
              series.stopAfter(),
              Optional.of(Condition.parse(condition))));
    }
  }

  private Completed play(double end, FollowUp followUp, Line... lines) {
    return play(end, followUp, Map.of(), lines);
  }

  private Completed play(
      double end, FollowUp followUp, Map<String, Expression> overrides, Line... lines) {
    var schedule =
        new Schedule("test", Arrays.stream(lines).map(Line::series).toList(), Map.of(), overrides);
    var played = player.play(PATIENT, CompiledSchedule.of(schedule, MODEL, end), followUp);
    return assertInstanceOf(Completed.class, played);
  }

  private double state(String id) {
    return player.state()[MODEL.state(id)];
  }

  private static List<Boolean> given(Completed completed, int cycle) {
    return completed.delivery().get(cycle).given();
  }

  @Test
  void actionsAtOneTimeHappenInTheOrderOfTheSchedule() {
    Line set = Line.add("2", "1").with(Operation.SET, "x");
    Line tenfold = Line.add("10*x", "1").with(Operation.SET, "x");
    play(2, FollowUp.NONE, set, tenfold);
    assertEquals(20, state("x"));
    play(2, FollowUp.NONE, tenfold, set);
    assertEquals(2, state("x"));
  }

  @Test
  void amountsAreEvaluatedJustBeforeTheAction() {
    play(5, FollowUp.NONE, Line.add("1", "0"), Line.add("twice", "1:1:3"));
    assertEquals(27, state("x"));
  }

  @Test
  void addAndSetWorkOnStatesAndParameters() {
    play(
        3,
        FollowUp.NONE,
        Line.add("0.5", "0").with(Operation.SET, "gate"),
        Line.add("2", "1").with(Operation.ADD, "gate"),
        Line.add("gate", "2"));
    assertEquals(2.5, state("x"));
  }

  @Test
  void initialChangesAndOverridesComeBeforeBaselines() {
    List<Double> begun = new ArrayList<>();
    FollowUp watch =
        new FollowUp() {
          @Override
          public void begin(CompiledSystem system, double[] state) {
            begun.add(state[MODEL.state("x")]);
            begun.add(system.parameters()[MODEL.parameter("gate")]);
          }

          @Override
          public void accepted(Stepper stepper) {}
        };
    Map<String, Expression> overrides =
        new LinkedHashMap<>(Map.of("gate", Expression.parse("7*unit_dose")));
    Completed completed =
        play(
            9,
            watch,
            overrides,
            Line.add("gate", "0").with(Operation.INIT, "x"),
            Line.add("x + 1", "0").with(Operation.INIT, "x"),
            Line.add("100", "0"),
            Line.add("1", "5").onlyIf("x(4) > x_0"));
    assertEquals(List.of(8.0, 7.0), begun);
    assertEquals(109, state("x"));
    assertEquals(List.of(true), given(completed, 3));
  }

  @Test
  void aHoldRuleSkipsActionsAndReadsTheStateJustBefore() {
    Completed completed = play(10, FollowUp.NONE, Line.add("1", "0:1:6").held("hold_over", 0));
    assertEquals(List.of(true, true, true, false, false, false), given(completed, 0));
    assertEquals(3, state("x"));
  }

  /// The third hold ends the cycle; the next cycle starts afresh (toxicity.md, section 3).
  @Test
  void holdsEndTheirOwnCycleOnly() {
    Line emptied = Line.add("0", "4.5;14").with(Operation.SET, "x");
    Completed completed =
        play(
            30,
            FollowUp.NONE,
            Line.add("3", "0").with(Operation.SET, "x"),
            Line.add("1", "1:1:6@14:2").held("hold_over", 3),
            emptied);
    assertEquals(List.of(false, false, false, false, false, false), given(completed, 1));
    assertEquals(List.of(true, true, true, false, false, false), given(completed, 2));
    assertEquals(3, completed.delivery().get(2).count());
    Completed never = play(30, FollowUp.NONE, Line.add("1", "0:1:5").held("hold_always", 0));
    assertEquals(0, never.delivery().getFirst().count());
  }

  @Test
  void withoutAStopHeldActionsGoOnWhenTheRuleAllows() {
    Completed completed =
        play(
            30,
            FollowUp.NONE,
            Line.add("3", "0").with(Operation.SET, "x"),
            Line.add("1", "1:1:6").held("hold_over", 0),
            Line.add("0", "4.5").with(Operation.SET, "x"));
    assertEquals(List.of(false, false, false, false, true, true), given(completed, 1));
  }

  @Test
  void aConditionIsDecidedOnceOnItsDay() {
    Line condition = Line.add("1", "5;7").onlyIf("x(4) <= x_0");
    Completed taken = play(9, FollowUp.NONE, condition, Line.add("1", "4;6"));
    assertEquals(List.of(true), given(taken, 0), "the dose on day 4 comes after the decision");
    assertEquals(List.of(true), given(taken, 1), "what happens after day 4 changes nothing");
    Completed left = play(9, FollowUp.NONE, condition, Line.add("1", "3"));
    assertEquals(List.of(false), given(left, 0));
    assertEquals(List.of(false), given(left, 1));
    assertEquals(1, state("x"));
  }

  /// Else the series could never happen, silently.
  @Test
  void aConditionLaterThanItsSeriesIsRefused() {
    Line early = Line.add("1", "70;5");
    var e = assertThrows(IllegalArgumentException.class, () -> early.onlyIf("x(63) <= x_0"));
    assertTrue(e.toString().contains("day 5"), e.toString());
    assertTrue(e.toString().contains("x(63) <= x_0"), e.toString());
  }

  @Test
  void anInfusionBringsInWhatABolusDoes() {
    Line leaving = Line.add("0.7", "0").with(Operation.SET, "k");
    play(40, FollowUp.NONE, leaving, Line.add("5", "1/3"));
    double bolus = state("x") + state("total");
    play(40, FollowUp.NONE, leaving, Line.add("5", "1/3").over("1/7"));
    assertEquals(5, bolus, 1e-9);
    assertEquals(5, state("x") + state("total"), 1e-9);
    double rate = 5 * 7 / 0.7;
    double atEnd = rate * (1 - Math.exp(-0.1));
    assertEquals(atEnd * Math.exp(-0.7 * (40 - 1.0 / 3 - 1.0 / 7)), state("x"), 1e-9 * atEnd);
  }

  @Test
  void infusionsStartAndEndExactly() {
    List<Double> times = new ArrayList<>();
    FollowUp watch =
        new FollowUp() {
          @Override
          public void accepted(Stepper stepper) {
            times.add(stepper.time());
          }
        };
    play(4, watch, Line.add("1", "1/3:1:2").over("1/7"));
    assertTrue(times.contains(new Rational(1, 3).toDouble()));
    assertTrue(times.contains(new Rational(10, 21).toDouble()));
    assertTrue(times.contains(new Rational(4, 3).toDouble()));
    assertTrue(times.contains(new Rational(31, 21).toDouble()));
    assertEquals(2, state("x"), 1e-12);
  }

  @Test
  void overlappingInfusionsAddUp() {
    Line three = Line.add("1", "0:1/2:3").over("2");
    play(1.25, FollowUp.NONE, three);
    assertEquals((1.25 + 0.75 + 0.25) / 2, state("x"), 1e-12);
    play(9, FollowUp.NONE, three, Line.add("2", "1").over("1/10"));
    assertEquals(5, state("x"), 1e-12);
    play(1, FollowUp.NONE, Line.add("1", "0").over("2"));
    assertEquals(0.5, state("x"), 1e-12, "cut off by the end");
    play(2, FollowUp.NONE);
    assertEquals(0, state("x"), "nothing runs on into the next play");
  }

  @Test
  void anInfusionIsHeldByTheStateAtItsStart() {
    Completed completed =
        play(
            5,
            FollowUp.NONE,
            Line.add("2.6", "0").over("1"),
            Line.add("1", "9/10;1").held("hold_over", 0).over("1/20"));
    assertEquals(List.of(true), given(completed, 1));
    assertEquals(List.of(false), given(completed, 2));
  }

  @Test
  void visitsComeBeforeDosesOfTheSameTime() {
    List<Double> seen = new ArrayList<>();
    FollowUp visits =
        new FollowUp() {
          @Override
          public void accepted(Stepper stepper) {}

          @Override
          public double nextStop() {
            return seen.size() < 3 ? 2.0 * seen.size() + 2 : Double.POSITIVE_INFINITY;
          }

          @Override
          public void stop(CompiledSystem system, Stepper stepper) {
            assertEquals(2.0 * seen.size() + 2, stepper.time());
            seen.add(stepper.state()[MODEL.state("x")]);
          }
        };
    play(6, visits, Line.add("1", "0:2:*"));
    assertEquals(List.of(1.0, 2.0, 3.0), seen);
  }

  @Test
  void aRunThatCannotGoOnIsAFailureAndTheNextPlayIsClean() {
    var broken =
        new Schedule(
            "broken",
            List.of(
                Line.add("1/0", "2").with(Operation.SET, "k").series(),
                Line.add("1", "0").series()),
            Map.of(),
            Map.of());
    var failed =
        assertInstanceOf(
            Played.Failed.class,
            player.play(PATIENT, CompiledSchedule.of(broken, MODEL, 5), FollowUp.NONE));
    assertEquals(Advance.Reason.NOT_FINITE, failed.reason());
    assertEquals(2, failed.day(), 1e-6);
    play(3, FollowUp.NONE, Line.add("1", "0"));
    assertEquals(1, state("x"));
    assertEquals(3, state("clock"), 1e-12);
  }

  @Test
  void unknownTargetsAndRulesAreRefused() {
    var target =
        new Schedule(
            "s", List.of(Line.add("1", "0").with(Operation.ADD, "z").series()), Map.of(), Map.of());
    var e =
        assertThrows(IllegalArgumentException.class, () -> CompiledSchedule.of(target, MODEL, 1));
    assertTrue(e.toString().contains("'z'"), e.toString());
    var rule =
        new Schedule(
            "s", List.of(Line.add("1", "0").held("hold_none", 0).series()), Map.of(), Map.of());
    assertThrows(IllegalArgumentException.class, () -> CompiledSchedule.of(rule, MODEL, 1));
  }

  @Test
  void doseTimesAreMetExactlyAndNothingIsGivenAtTheEnd() {
    Completed completed = play(2, FollowUp.NONE, Line.add("1", "0:1/3:*"));
    assertEquals(6, completed.delivery().getFirst().count());
    assertEquals(6, state("x"));
  }
}
