package org.cytotrial.engine.lanes;

import java.util.Arrays;
import java.util.Map;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.cytotrial.engine.compile.LaneKernel;
import org.cytotrial.engine.compile.LaneLayout;
import org.cytotrial.engine.compile.LaneLayout.Region;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.solver.Tolerance;

/// The array that a [LaneKernel] works on, and the loops over its states. Confined to one thread.
final class LaneMemory {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  static final int WIDTH = DOUBLES.length();

  /// An array of this many numbers is large enough for G1 to give it regions of its own, aligned
  /// and never moved: unaligned vectors straddle cache lines, which costs 25 to 35 %.
  private static final int OWN_REGION = 1 << 18;

  private final LaneModel model;
  private final LaneKernel kernel;
  private final LaneLayout layout;
  private final Tolerance tolerance;
  private final double[] s;
  private final double[] prepared;
  private final int[] parameterOf;
  private final int[] parameterIndex;
  private final int size;
  private final int[] observedStates;
  private final int y;
  private final int u;
  private final int c;
  private final int time;
  private final int perStep;
  private final int shift;
  private final int observed;

  LaneMemory(LaneModel model, Tolerance tolerance) {
    this.model = model;
    this.kernel = model.kernel();
    this.layout = model.layout();
    this.tolerance = tolerance;
    if (layout.width() != WIDTH) {
      throw new IllegalArgumentException(
          "The model was compiled for " + layout.width() + " lanes, not " + WIDTH);
    }
    this.s = new double[Math.max(layout.length(), OWN_REGION)];
    layout.fillLiterals(s);
    this.prepared = new double[model.preparedSize()];
    Map<Integer, Integer> indices = layout.parameterIndices();
    this.parameterOf = indices.keySet().stream().mapToInt(i -> i).toArray();
    this.parameterIndex = indices.values().stream().mapToInt(i -> i).toArray();
    this.size = layout.dimension() * WIDTH;
    this.y = layout.start(Region.Y);
    this.u = layout.start(Region.U);
    this.c = layout.start(Region.C);
    this.time = layout.start(Region.T);
    this.perStep = layout.start(Region.PER_STEP);
    this.shift = layout.start(Region.SHIFT);
    this.observed = layout.start(Region.OBSERVED);
    this.observedStates =
        model.observedStates().stream().mapToInt(state -> state * WIDTH).toArray();
  }

  double[] array() {
    return s;
  }

  // ---- one lane -----------------------------------------------------------------------------

  void bind(int lane, double[] parameters) {
    kernel.prepare(parameters, prepared);
    int first = layout.start(Region.PREPARED) + lane;
    for (int i = 0; i < model.prepared(); i++) {
      s[first + i * WIDTH] = prepared[i];
    }
    for (int i = 0; i < parameterOf.length; i++) {
      s[parameterIndex[i] + lane] = parameters[parameterOf[i]];
    }
  }

  void write(Region region, int lane, double[] values) {
    int first = layout.start(region) + lane;
    for (int i = 0; i < values.length; i++) {
      s[first + i * WIDTH] = values[i];
    }
  }

  void read(Region region, int lane, double[] values) {
    int first = layout.start(region) + lane;
    for (int i = 0; i < values.length; i++) {
      values[i] = s[first + i * WIDTH];
    }
  }

  /// Sets the time at which formulas are evaluated.
  void setTime(int lane, double t) {
    s[time + lane] = t;
  }

  void setStep(int lane, double h, double gamma) {
    s[perStep + lane] = 1 / h;
    s[shift + lane] = 1 / (h * gamma);
  }

  double observed(int lane, int i) {
    return s[observed + i * WIDTH + lane];
  }

  // ---- all lanes ----------------------------------------------------------------------------

  private DoubleVector load(int index) {
    return DoubleVector.fromArray(DOUBLES, s, index);
  }

  private static DoubleVector all(double x) {
    return DoubleVector.broadcast(DOUBLES, x);
  }

  /// Formulas are evaluated at the present state next.
  void turnToState() {
    System.arraycopy(s, y, s, u, size);
  }

  /// The same for the observed formulas alone.
  void turnToObservedState() {
    for (int i : observedStates) {
      load(y + i).intoArray(s, u + i);
    }
  }

  void clearCouplings() {
    Arrays.fill(s, c, c + size, 0);
  }

  void addInflow() {
    int f = layout.start(Region.F);
    int inflow = layout.start(Region.INFLOW);
    for (int i = 0; i < size; i += WIDTH) {
      load(f + i).add(load(inflow + i)).intoArray(s, f + i);
    }
  }

  /// Adds h d df/dt as part of the couplings, which are divided by h later.
  void addTimeDerivative(double[] h, double d) {
    DoubleVector step = DoubleVector.fromArray(DOUBLES, h, 0);
    DoubleVector factor = step.mul(step).mul(d);
    int ft = layout.start(Region.FT);
    for (int i = 0; i < size; i += WIDTH) {
      load(ft + i).fma(factor, load(c + i)).intoArray(s, c + i);
    }
  }

  void solve(int stage) {
    kernel.solve(s, layout.start(Region.K) + stage * size - LaneLayout.BASE);
  }

  /// By lane, the sum over the states of (x / allowed error)².
  double[] squares(Region region) {
    int x = layout.start(region);
    DoubleVector relative = all(tolerance.relative());
    DoubleVector sum = DoubleVector.zero(DOUBLES);
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector scale = load(y + i).abs().fma(relative, all(tolerance.absolute(i / WIDTH)));
      DoubleVector ratio = load(x + i).div(scale);
      sum = ratio.fma(ratio, sum);
    }
    return sum.toArray();
  }

  /// Adds the last of the stages to U, which makes it the new state, and finds its scaled error.
  void complete(int lastStage, double[] errors) {
    int last = layout.start(Region.K) + lastStage * size;
    DoubleVector relative = all(tolerance.relative());
    DoubleVector sum = DoubleVector.zero(DOUBLES);
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector difference = load(last + i);
      DoubleVector next = load(u + i).add(difference);
      next.intoArray(s, u + i);
      DoubleVector magnitude = next.abs().max(load(y + i).abs());
      DoubleVector allowed = magnitude.fma(relative, all(tolerance.absolute(i / WIDTH)));
      DoubleVector ratio = difference.div(allowed);
      sum = ratio.fma(ratio, sum);
    }
    sum.div(Math.max(1, layout.dimension())).sqrt().intoArray(errors, 0);
  }

  /// Takes U as the new state in some lanes.
  void accept(boolean[] lanes) {
    VectorMask<Double> mask = VectorMask.fromArray(DOUBLES, lanes, 0);
    int previous = layout.start(Region.PREVIOUS);
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector old = load(y + i);
      load(previous + i).blend(old, mask).intoArray(s, previous + i);
      old.blend(load(u + i), mask).intoArray(s, y + i);
    }
  }

  /// Puts the states that the observed formulas read, at a fraction of each lane's last step, into
  /// U; to order 4.
  void interpolate(double[] fractions) {
    DoubleVector theta = DoubleVector.fromArray(DOUBLES, fractions, 0);
    DoubleVector rest = all(1).sub(theta);
    int dense = layout.start(Region.DENSE);
    int previous = layout.start(Region.PREVIOUS);
    for (int i : observedStates) {
      DoubleVector inner = load(dense + 2 * size + i);
      inner = inner.fma(theta, load(dense + size + i));
      inner = inner.fma(theta, load(dense + i));
      DoubleVector end = inner.fma(rest, load(y + i)).mul(theta);
      load(previous + i).fma(rest, end).intoArray(s, u + i);
    }
  }
}
