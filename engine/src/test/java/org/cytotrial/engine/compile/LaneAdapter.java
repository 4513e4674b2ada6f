package org.cytotrial.engine.compile;

import java.util.List;
import org.cytotrial.engine.compile.LaneLayout.Region;
import org.cytotrial.engine.lanes.Lanes;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.model.expression.Expression;

/// One lane of a [LaneKernel] as an ordinary kernel, so that the same suites test both. The lane
/// changes from call to call; the others hold what earlier calls left there.
final class LaneAdapter extends Kernel {
  private static final int WIDTH = Lanes.width();

  private final LaneModel model;
  private final double[] s;
  private final double[] prepared;
  private int lane;

  LaneAdapter(CompiledModel compiled, List<Expression> observed) {
    this.model = LaneModel.compile(compiled, observed, Rodas5P.TABLEAU, WIDTH);
    this.s = new double[model.layout().length()];
    this.prepared = new double[model.preparedSize()];
    model.layout().fillLiterals(s);
  }

  private int index(Region region, int i) {
    return model.layout().start(region) + i * WIDTH + lane;
  }

  private void write(Region region, double[] values, int from, int count) {
    for (int i = 0; i < count; i++) {
      s[index(region, i)] = values[from + i];
    }
  }

  private void read(Region region, double[] values, int from, int count) {
    for (int i = 0; i < count; i++) {
      values[from + i] = s[index(region, i)];
    }
  }

  @Override
  public void prepare(double[] p, double[] w) {
    lane = (lane + 1) % WIDTH;
    model.kernel().prepare(p, prepared);
    write(Region.PREPARED, prepared, 0, model.prepared());
    model.layout().parameterIndices().forEach((parameter, at) -> s[at + lane] = p[parameter]);
  }

  private void evaluateAt(double t, double[] y) {
    s[index(Region.T, 0)] = t;
    write(Region.U, y, 0, y.length);
  }

  @Override
  public void derivative(double t, double[] y, double[] p, double[] w, double[] f) {
    evaluateAt(t, y);
    model.kernel().derivative(s);
    read(Region.F, f, 0, y.length);
  }

  @Override
  public void linearise(double t, double[] y, double[] p, double[] w, double[] fj) {
    evaluateAt(t, y);
    model.kernel().linearise(s);
    read(Region.F, fj, 0, y.length);
    read(Region.J, fj, y.length, fj.length - y.length);
  }

  @Override
  public void byTime(double t, double[] y, double[] p, double[] w, double[] ft) {
    evaluateAt(t, y);
    model.kernel().byTime(s);
    read(Region.FT, ft, 0, y.length);
  }

  @Override
  public void factor(double[] fj, double shift, double[] lu) {
    int n = model.layout().dimension();
    write(Region.J, fj, n, fj.length - n);
    s[index(Region.SHIFT, 0)] = shift;
    model.kernel().factor(s);
  }

  @Override
  public void solve(double[] lu, double[] b) {
    write(Region.F, b, 0, b.length);
    write(Region.C, new double[b.length], 0, b.length);
    s[index(Region.PER_STEP, 0)] = 1;
    model.kernel().solve(s, model.layout().start(Region.K) - LaneLayout.BASE);
    read(Region.K, b, 0, b.length);
  }

  /// The observed formulas.
  double[] observe(double t, double[] y) {
    evaluateAt(t, y);
    model.kernel().observe(s);
    double[] out = new double[model.observed()];
    read(Region.OBSERVED, out, 0, out.length);
    return out;
  }
}
