package org.cytotrial.simulation.patient;

import java.util.List;
import java.util.Map;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.StepListener;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.patient.Admission.Accepted;
import org.cytotrial.simulation.patient.Admission.Failed;
import org.cytotrial.simulation.patient.Admission.Reason;
import org.cytotrial.simulation.patient.Admission.Rejected;

/// Brings a draw to diagnosis (specification section 12): with tumour cells frozen (`hold = 1`),
/// everything else settles for `t_burn` days around a tumour of the sampled size; then intrinsic
/// growth `g_int` is set so that the net untreated growth is the sampled `g_net`.
///
/// A draw is turned away if that needs growth above `g_max`, or if the untreated tumour has not
/// grown, in live cells, by the first visit. Owns the workspace of one thread.
public final class BurnIn implements Admitting {
  static final List<Expression> AT_THE_END =
      List.of(
          Expression.parse(
              "(g_net + (kap_s*Cs + kap_m*Cm + kap_r*Cr)/Ct)"
                  + "/((1 - aIF)*(1 - (VT - V_Tmin)/V_Tmax)*Vasc)"),
          Expression.parse("(kap_s*Cs + kap_m*Cm + kap_r*Cr)/Ct"),
          Expression.parse("r_st*VT"),
          Expression.parse("Ct"),
          Expression.parse("t_burn"),
          Expression.parse("g_max"),
          Expression.parse("t_v1"));
  private static final int GROWTH = 0;
  private static final int KILL = 1;
  private static final int SCAR = 2;
  private static final int LIVE_CELLS = 3;
  private static final int BURN_IN_DAYS = 4;
  private static final int MAX_GROWTH = 5;
  private static final int FIRST_VISIT = 6;

  private final CompiledModel model;
  private final CompiledSystem system;
  private final Stepper stepper;
  private final Formulas formulas;
  private final double[] workspace;
  private final double[] values;

  public BurnIn(CompiledModel model, Tolerance tolerance) {
    this.model = model;
    this.system = new CompiledSystem(model);
    this.stepper = new Rodas5P(tolerance).begin(system);
    this.formulas = model.formulas(AT_THE_END);
    this.workspace = new double[formulas.workspace()];
    this.values = new double[formulas.count()];
  }

  /// Runs the burn-in and the growth check of one draw.
  ///
  /// @param changed parameters that differ from the model's own values
  @Override
  public Admission admit(int index, Map<String, Double> changed) {
    double[] p = parameters(changed);
    double[] y = model.initialise(p);
    p[model.parameter("hold")] = 1;
    system.bind(p);
    stepper.start(0, y);
    evaluate();
    if (stepper.advance(values[BURN_IN_DAYS], StepListener.NONE) instanceof Advance.Failed failed) {
      return new Failed(failed.reason(), failed.time());
    }
    return diagnose(index, changed, p);
  }

  private double[] parameters(Map<String, Double> changed) {
    double[] p = model.parameterValues();
    changed.forEach((id, value) -> p[model.parameter(id)] = value);
    return p;
  }

  private Admission diagnose(int index, Map<String, Double> changed, double[] p) {
    double[] y = stepper.state().clone();
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(y[i], 0);
    }
    p[model.parameter("hold")] = 0;
    system.bind(p);
    stepper.start(0, y);
    evaluate();
    p[model.parameter("g_int")] = values[GROWTH];
    y[model.state("St")] = values[SCAR];
    y[model.state("Hos")] = 0;
    if (values[GROWTH] > values[MAX_GROWTH]) {
      return new Rejected(Reason.GROWTH_TOO_FAST);
    }
    double kill = values[KILL];
    double cells = values[LIVE_CELLS];
    system.bind(p);
    stepper.start(0, y);
    if (stepper.advance(values[FIRST_VISIT], StepListener.NONE) instanceof Advance.Failed failed) {
      return new Failed(failed.reason(), failed.time());
    }
    evaluate();
    return values[LIVE_CELLS] > cells
        ? new Accepted(new VirtualPatient(index, changed, p, y), kill)
        : new Rejected(Reason.SHRINKS_UNTREATED);
  }

  /// The admission that an earlier burn-in of the same draw ended in.
  Admission restore(int index, Map<String, Double> changed, BurnInCache.Diagnosis diagnosis) {
    if (!diagnosis.rejected().isEmpty()) {
      return new Rejected(Reason.valueOf(diagnosis.rejected()));
    }
    double[] p = parameters(changed);
    model.initialise(p);
    p[model.parameter("hold")] = 0;
    p[model.parameter("g_int")] = diagnosis.growth();
    return new Accepted(new VirtualPatient(index, changed, p, diagnosis.state()), diagnosis.kill());
  }

  private void evaluate() {
    formulas.prepare(system.parameters(), workspace);
    formulas.evaluate(stepper.time(), stepper.state(), system.parameters(), workspace, values);
  }
}
