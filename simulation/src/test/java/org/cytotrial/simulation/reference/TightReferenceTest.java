package org.cytotrial.simulation.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Automatic;
import org.cytotrial.engine.solver.DormandPrince853;
import org.cytotrial.engine.solver.OdeMethod;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.StepListener;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.patient.Admission;
import org.cytotrial.simulation.patient.BurnIn;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.junit.jupiter.api.Test;

/// "The tight method reaches 1e-9 on … the reference model": the default patient, 30 days after a
/// bolus of IL-2, by two methods that share no code but error control.
class TightReferenceTest {
  private static final double DAYS = 30;
  private static final double BOLUS = 30;

  @Test
  void twoMethodsAgreeTo1e9() {
    var burnIn = new BurnIn(Reference.COMPILED, Reference.TOLERANCE.withRelative(1e-9));
    VirtualPatient patient =
        assertInstanceOf(Admission.Accepted.class, burnIn.admit(0, Map.of())).patient();
    Tolerance reference = Reference.TOLERANCE.withRelative(1e-13);
    double[] exact = end(new Rodas5P(reference), patient);
    Tolerance tight = Reference.TOLERANCE.withRelative(1e-11);
    for (OdeMethod method :
        List.of(new DormandPrince853(tight), new Rodas5P(tight), new Automatic(tight))) {
      double[] state = end(method, patient);
      double sum = 0;
      for (int i = 0; i < state.length; i++) {
        double floor = tight.absolute(i) / tight.relative();
        double e = (state[i] - exact[i]) / (Math.abs(exact[i]) + floor);
        sum += e * e;
      }
      double rms = Math.sqrt(sum / state.length);
      System.out.printf(
          "%s at rtol 1e-11: rms error over all states %.1e%n",
          method.getClass().getSimpleName(), rms);
      assertEquals(0, rms, 1e-9);
    }
  }

  private static double[] end(OdeMethod method, VirtualPatient patient) {
    var system = new CompiledSystem(Reference.COMPILED);
    system.bind(patient.parameters());
    double[] y = patient.state();
    y[Reference.COMPILED.state("I2c")] += BOLUS;
    Stepper stepper = method.begin(system);
    stepper.start(0, y);
    assertInstanceOf(Advance.Reached.class, stepper.advance(DAYS, StepListener.NONE));
    return stepper.state().clone();
  }
}
