package org.cytotrial.benchmarks.engine;

import java.util.List;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.model.expression.Expression;

/// Errors of a run against a reference: |y - reference| / (|reference| + floor), root mean square
/// over patients and days, and states.
///
/// @param allStates error over all states
/// @param observable error of the observable
/// @param compared patients that were given the same doses in both and failed in neither
record Accuracy(double allStates, double observable, int compared) {
  private static final double FLOOR = 1e-3;

  /// @param doses numbers of doses in the reference, by patient
  static Accuracy of(Workload workload, Run run, Run reference, List<Integer> doses) {
    Sums sums = new Sums(workload);
    int compared = 0;
    int block = workload.looks().size() * workload.states();
    for (int i = 0; i < workload.patients().size(); i++) {
      boolean isSame = run.given().isEmpty() || run.given().get(i).equals(doses.get(i));
      if (isSame && isFinite(run, i * block, block) && isFinite(reference, i * block, block)) {
        compared++;
        sums.add(i, run.states(), reference.states());
      }
    }
    return new Accuracy(sums.states(), sums.observable(), compared);
  }

  private static boolean isFinite(Run run, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (!Double.isFinite(run.states()[i])) {
        return false;
      }
    }
    return true;
  }

  private static final class Sums {
    private final Workload workload;
    private final Formulas formula;
    private final double[] workspace;
    private double states;
    private double observable;
    private long looks;

    Sums(Workload workload) {
      this.workload = workload;
      this.formula = workload.model().formulas(List.of(Expression.symbol(workload.observable())));
      this.workspace = new double[formula.workspace()];
    }

    void add(int patient, double[] run, double[] reference) {
      int n = workload.states();
      double[] p = workload.patients().get(patient).parameters();
      formula.prepare(p, workspace);
      for (int look = 0; look < workload.looks().size(); look++) {
        int from = (patient * workload.looks().size() + look) * n;
        for (int i = 0; i < n; i++) {
          double exact = reference[from + i];
          double e = (run[from + i] - exact) / (Math.abs(exact) + workload.floors().get(i));
          states += e * e;
        }
        double exact = observable(look, p, reference, from);
        double e = (observable(look, p, run, from) - exact) / (Math.abs(exact) + FLOOR);
        observable += e * e;
        looks++;
      }
    }

    private double observable(int look, double[] p, double[] all, int from) {
      double[] y = new double[workload.states()];
      double[] value = new double[1];
      System.arraycopy(all, from, y, 0, y.length);
      formula.evaluate(workload.looks().get(look), y, p, workspace, value);
      return value[0];
    }

    double states() {
      return Math.sqrt(states / looks / workload.states());
    }

    double observable() {
      return Math.sqrt(observable / looks);
    }
  }
}
