package org.cytotrial.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cytotrial.model.expression.Expression;

/// Compares a compiled model with the oracle at one state: derivative, Jacobian, derivative by
/// time.
final class KernelCheck {
  /// Allowed difference over the sum of absolute terms of each entry.
  static final double ALLOWED = 1e-12;

  private final CompiledModel model;
  private final Kernel kernel;
  private final double[] workspace;
  private final double[] f;
  private final double[] fj;
  private final double[] ft;
  private final List<String> problems = new ArrayList<>();
  private double worst;

  KernelCheck(CompiledModel model) {
    this(model, model.kernel());
  }

  /// @param kernel of the same equations
  KernelCheck(CompiledModel model, Kernel kernel) {
    this.model = model;
    this.kernel = kernel;
    this.workspace = new double[model.workspace()];
    this.f = new double[model.stateCount()];
    this.fj = new double[model.stateCount() + model.nonZeros()];
    this.ft = new double[model.stateCount()];
  }

  /// The largest difference so far, over the sum of absolute terms.
  double worst() {
    return worst;
  }

  /// The derivatives and the non-zeros of the Jacobian of the last comparison.
  double[] linearised() {
    return fj;
  }

  /// What differed so far.
  List<String> problems() {
    return problems;
  }

  void assertAgreement() {
    assertTrue(
        problems.isEmpty(),
        () -> String.join("\n", problems.subList(0, Math.min(9, problems.size()))));
  }

  /// Compares everything; entries that are not finite in the oracle are left out.
  ///
  /// @return the oracle
  DualOracle compare(String where, double t, double[] y, double[] p) {
    kernel.prepare(p, workspace);
    kernel.derivative(t, y, p, workspace, f);
    kernel.linearise(t, y, p, workspace, fj);
    kernel.byTime(t, y, p, workspace, ft);
    var oracle = new DualOracle(model.equations(), t, y, p);
    List<String> states = model.equations().states();
    List<BitSet> pattern = model.pattern();
    int entry = states.size();
    for (int i = 0; i < states.size(); i++) {
      String state = states.get(i);
      Expression formula =
          model.equations().derivatives().getOrDefault(state, Expression.Constant.ZERO);
      Dual dual = oracle.of(formula);
      close(where, "d" + state + "/dt", dual.value(), dual.size(), f[i]);
      boolean isFinite = Double.isFinite(dual.value());
      close(where, "d" + state + "/dt of linearise", dual.value(), dual.size(), fj[i]);
      double[] by = dual.by();
      double[] bySize = dual.bySize();
      for (int j = 0; j < states.size(); j++) {
        double theirs = !isFinite ? Double.NaN : by == null ? 0 : by[j];
        double size = bySize == null ? 0 : bySize[j];
        if (pattern.get(i).get(j)) {
          close(where, "d" + state + "'/d" + states.get(j), theirs, size, fj[entry++]);
        } else if (Double.isFinite(theirs) && theirs != 0) {
          problems.add(
              "%s: d%s'/d%s is %s, outside the pattern"
                  .formatted(where, state, states.get(j), theirs));
        }
      }
      double byTime = !isFinite ? Double.NaN : by == null ? 0 : by[states.size()];
      close(where, "d" + state + "'/dt", byTime, bySize == null ? 0 : bySize[states.size()], ft[i]);
    }
    assertEquals(fj.length, entry);
    return oracle;
  }

  /// Compares compiled formulas.
  void compareFormulas(
      String where, Formulas formulas, List<Expression> expressions, DualOracle oracle, Point at) {
    double[] w = new double[formulas.workspace()];
    double[] out = new double[formulas.count()];
    formulas.prepare(at.p(), w);
    formulas.evaluate(at.t(), at.y(), at.p(), w, out);
    for (int i = 0; i < out.length; i++) {
      Dual dual = oracle.of(expressions.get(i));
      close(where, expressions.get(i).toString(), dual.value(), dual.size(), out[i]);
    }
  }

  /// A place to evaluate at.
  @SuppressWarnings("ArrayRecordComponent") // a bundle of arguments
  record Point(double t, double[] y, double[] p) {}

  private void close(String where, String what, double theirs, double size, double ours) {
    if (!Double.isFinite(theirs) || !Double.isFinite(size)) {
      return;
    }
    double difference = Math.abs(ours - theirs);
    if (!(difference <= ALLOWED * size + Double.MIN_NORMAL)) {
      problems.add(
          "%s: %s is %s, oracle %s; difference %.1e of the sum of absolute terms %.3g"
              .formatted(where, what, ours, theirs, difference / size, size));
    }
    if (difference > Double.MIN_NORMAL) {
      worst = Math.max(worst, difference / size);
    }
  }
}
