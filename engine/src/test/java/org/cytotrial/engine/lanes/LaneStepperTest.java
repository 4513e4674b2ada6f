package org.cytotrial.engine.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.compile.ModelCompiler;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.StepListener;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.library.Library;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Model;
import org.junit.jupiter.api.Test;

/// Runs in lanes against the same runs of the scalar stepper: the same equations, method and step
/// control, so the same steps but for rounding.
class LaneStepperTest {
  private static final Model REFERENCE = Library.load().referenceModel();
  private static final CompiledModel COMPILED = ModelCompiler.compile(REFERENCE);
  private static final Rodas5P METHOD =
      new Rodas5P(Tolerance.of(1e-6, 1e-9, COMPILED.stateCount()));
  private static final LaneModel LANES =
      LaneModel.compile(
          COMPILED,
          List.of(Expression.symbol("SLD"), Expression.symbol("Cs")),
          Rodas5P.TABLEAU,
          Lanes.width());
  private static final double END = 10;

  private static double[] parameters(int patient) {
    double[] p = COMPILED.parameterValues();
    COMPILED.initialise(p);
    p[COMPILED.parameter("g_net")] *= 1 + 0.07 * patient;
    p[COMPILED.parameter("VT0")] *= 1 + 0.2 * patient;
    return p;
  }

  private static double[] start(int patient) {
    double[] y = COMPILED.initialise(parameters(patient));
    y[COMPILED.state("I2c")] = 0.1 * patient;
    return y;
  }

  private static double[] scalar(int patient, double inflow) {
    var system = new CompiledSystem(COMPILED);
    system.bind(parameters(patient));
    Stepper stepper = METHOD.begin(system);
    stepper.start(0, start(patient));
    assertEquals(new Advance.Reached(), stepper.advance(3, StepListener.NONE));
    system.infuse(COMPILED.state("I2c"), inflow);
    stepper.restart();
    assertEquals(new Advance.Reached(), stepper.advance(END, StepListener.NONE));
    return stepper.state().clone();
  }

  /// Runs patients through the lanes of one stepper, each lane taking the next as it falls free.
  private static List<double[]> inLanes(List<Integer> patients, double inflow) {
    var stepper = new LaneStepper(METHOD, LANES);
    double[] rates = new double[COMPILED.stateCount()];
    rates[COMPILED.state("I2c")] = inflow;
    int[] running = new int[stepper.width()];
    List<double[]> ends = new ArrayList<>();
    patients.forEach(_ -> ends.add(new double[COMPILED.stateCount()]));
    int next = 0;
    for (int lane = 0; lane < stepper.width(); lane++) {
      running[lane] = -1;
    }
    boolean any = true;
    while (any) {
      for (int lane = 0; lane < stepper.width(); lane++) {
        if (stepper.isRunning(lane)) {
          continue;
        }
        int place = running[lane];
        if (place >= 0 && stepper.time(lane) < END) {
          stepper.setInflow(lane, rates);
          stepper.restart(lane);
          stepper.run(lane, END);
          continue;
        }
        if (place >= 0) {
          stepper.state(lane, ends.get(place));
          running[lane] = -1;
        }
        if (next < patients.size()) {
          running[lane] = next;
          int patient = patients.get(next++);
          stepper.start(lane, 0, start(patient), parameters(patient));
          stepper.run(lane, 3);
        }
      }
      any = stepper.step();
    }
    return ends;
  }

  @Test
  void lanesEndWhereTheScalarStepperEnds() {
    List<Integer> patients = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    List<double[]> ends = inLanes(patients, 0.5);
    for (int i = 0; i < patients.size(); i++) {
      double[] expected = scalar(patients.get(i), 0.5);
      double[] actual = ends.get(i);
      for (int j = 0; j < expected.length; j++) {
        assertEquals(
            expected[j],
            actual[j],
            1e-8 * (Math.abs(expected[j]) + 1e-3),
            "patient " + i + " " + COMPILED.equations().states().get(j));
      }
    }
  }

  @Test
  void aPatientsResultHasTheSameBitsInAnyCompanyAndOrder() {
    List<double[]> alone = inLanes(List.of(5), 0.5);
    List<double[]> last = inLanes(List.of(9, 2, 7, 7, 0, 3, 1, 4, 6, 5), 0.5);
    assertArrayEquals(alone.getFirst(), last.getLast());
    assertArrayEquals(last.get(2), last.get(3));
  }

  @Test
  void observesAtStepsAndBetweenThem() {
    var stepper = new LaneStepper(METHOD, LANES);
    var scalarSystem = new CompiledSystem(COMPILED);
    scalarSystem.bind(parameters(1));
    Stepper scalar = METHOD.begin(scalarSystem);
    scalar.start(0, start(1));
    List<Double> expected = new ArrayList<>();
    double[] between = new double[COMPILED.stateCount()];
    int vt = COMPILED.state("Cs");
    scalar.advance(
        END,
        s -> {
          s.interpolate((s.previousTime() + s.time()) / 2, between);
          expected.add(between[vt]);
        });
    stepper.start(0, 0, start(1), parameters(1));
    stepper.run(0, END);
    List<Double> actual = new ArrayList<>();
    double[] times = new double[stepper.width()];
    while (stepper.step()) {
      if (stepper.hasMoved(0)) {
        times[0] = (stepper.previousTime(0) + stepper.time(0)) / 2;
        stepper.observe(times);
        actual.add(stepper.observed(0, 1));
      }
    }
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < actual.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), 1e-8 * Math.abs(expected.get(i)));
    }
    stepper.observe();
    assertTrue(stepper.observed(0, 0) > 0);
  }

  @Test
  void aLaneThatCannotGoOnFailsAlone() {
    var stepper = new LaneStepper(METHOD, LANES);
    double[] broken = start(0);
    broken[COMPILED.state("I2c")] = Double.NaN;
    stepper.start(0, 0, broken, parameters(0));
    stepper.start(1, 0, start(5), parameters(5));
    stepper.run(0, 3);
    stepper.run(1, 3);
    while (stepper.step()) {}
    assertEquals(Optional.of(Advance.Reason.NOT_FINITE), stepper.failure(0));
    assertEquals(Optional.empty(), stepper.failure(1));
    assertEquals(3, stepper.time(1));
  }
}
