package org.cytotrial.simulation.regimen;

import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Stepper;

/// Lets a [Watch] follow one patient alone. Owned by one thread.
public final class Watching implements FollowUp {
  private final Formulas formulas;
  private final Watch watch;
  private final double[] workspace;
  private final double[] values;
  private double[] parameters = new double[0];
  private double[] between = new double[0];

  public Watching(Formulas formulas, Watch watch) {
    this.formulas = formulas;
    this.watch = watch;
    this.workspace = new double[formulas.workspace()];
    this.values = new double[formulas.count()];
  }

  @Override
  public void begin(CompiledSystem system, double[] state) {
    parameters = system.parameters();
    between = new double[state.length];
    formulas.prepare(parameters, workspace);
    evaluate(0, state);
    watch.begin(values);
  }

  @Override
  public void accepted(Stepper stepper) {
    double until = stepper.time();
    for (double day = watch.nextLook(); day < until; day = watch.nextLook()) {
      stepper.interpolate(day, between);
      evaluate(day, between);
      watch.see(day, values);
    }
    evaluate(until, stepper.state());
    watch.see(until, values);
  }

  @Override
  public double nextStop() {
    return watch.nextStop();
  }

  @Override
  public void stop(CompiledSystem system, Stepper stepper) {
    evaluate(stepper.time(), stepper.state());
    watch.stop(
        stepper.time(),
        values,
        (parameter, value) -> {
          system.set(parameter, value);
          formulas.prepare(system.parameters(), workspace);
        });
  }

  private void evaluate(double time, double[] state) {
    formulas.evaluate(time, state, parameters, workspace, values);
  }
}
