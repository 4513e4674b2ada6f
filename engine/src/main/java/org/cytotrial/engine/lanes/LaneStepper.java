package org.cytotrial.engine.lanes;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.cytotrial.engine.compile.LaneKernel;
import org.cytotrial.engine.compile.LaneLayout.Region;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.solver.Advance;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.RosenbrockTableau;
import org.cytotrial.engine.solver.StepControl;

/// Rodas5P in lanes: each call of [#step] attempts one step in every running lane, each at its own
/// time and step size. Confined to its thread.
///
/// A lane's numbers do not depend on what the other lanes hold.
public final class LaneStepper {
  private static final RosenbrockTableau TABLEAU = Rodas5P.TABLEAU;
  private static final int WIDTH = LaneMemory.WIDTH;
  private static final int ORDER = 5;

  private final LaneModel model;
  private final LaneKernel kernel;
  private final LaneMemory memory;
  private final double[] s;
  private final Lane[] lanes = new Lane[WIDTH];
  private final double[] h = new double[WIDTH];
  private final double[] errors = new double[WIDTH];
  private final double[] fractions = new double[WIDTH];
  private final boolean[] moved = new boolean[WIDTH];
  private final double[] noInflow;
  private boolean denseIsReady;

  /// What one lane is doing.
  private static final class Lane {
    private final StepControl control;
    private boolean infuses;
    private double end;
    private boolean runs;
    private Optional<Advance.Reason> failure = Optional.empty();

    Lane(int maxSteps) {
      this.control = new StepControl(maxSteps, ORDER);
    }
  }

  /// @throws IllegalArgumentException if the model was compiled for another width
  public LaneStepper(Rodas5P method, LaneModel model) {
    this.model = model;
    this.kernel = model.kernel();
    this.memory = new LaneMemory(model, method.tolerance());
    this.s = memory.array();
    this.noInflow = new double[model.layout().dimension()];
    for (int lane = 0; lane < WIDTH; lane++) {
      lanes[lane] = new Lane(method.maxSteps());
    }
  }

  /// The number of lanes.
  public int width() {
    return WIDTH;
  }

  // ---- one lane -----------------------------------------------------------------------------

  /// Puts a run into a lane; it waits for [#run]. Inflows end.
  public void start(int lane, double time, double[] state, double[] parameters) {
    Lane own = lanes[lane];
    own.control.start(time);
    own.runs = false;
    own.failure = Optional.empty();
    setInflow(lane, noInflow);
    bind(lane, parameters);
    setState(lane, state);
  }

  /// Takes over changed parameters.
  public void bind(int lane, double[] parameters) {
    memory.bind(lane, parameters);
  }

  /// Writes a lane's state.
  public void setState(int lane, double[] state) {
    memory.write(Region.Y, lane, state);
  }

  /// Reads a lane's state.
  public void state(int lane, double[] out) {
    memory.read(Region.Y, lane, out);
  }

  /// Sets the constant inflow of each state, in its unit per time unit.
  public void setInflow(int lane, double[] rates) {
    memory.write(Region.INFLOW, lane, rates);
    lanes[lane].infuses = false;
    for (double rate : rates) {
      lanes[lane].infuses |= rate != 0;
    }
  }

  /// Forgets a lane's step size, after a jump of its state, parameters or inflows.
  public void restart(int lane) {
    lanes[lane].control.restart();
  }

  /// Lets a lane go on until `end`.
  public void run(int lane, double end) {
    lanes[lane].end = end;
    lanes[lane].runs = lanes[lane].control.time() < end;
  }

  /// Whether the lane is still on its way to its end.
  public boolean isRunning(int lane) {
    return lanes[lane].runs;
  }

  /// Whether the last [#step] moved this lane.
  public boolean hasMoved(int lane) {
    return moved[lane];
  }

  /// Why the lane's run had to be given up, if it had.
  public Optional<Advance.Reason> failure(int lane) {
    return lanes[lane].failure;
  }

  public double time(int lane) {
    return lanes[lane].control.time();
  }

  public double previousTime(int lane) {
    return lanes[lane].control.previousTime();
  }

  // ---- all lanes ----------------------------------------------------------------------------

  /// Attempts one step in every running lane.
  ///
  /// @return whether any lane was running
  public boolean step() {
    Arrays.fill(moved, false);
    if (!anyLane(lane -> lane.runs)) {
      return false;
    }
    memory.turnToState();
    setTimes(0);
    kernel.linearise(s);
    addInflow();
    if (anyLane(lane -> lane.runs && lane.control.needsFirst())) {
      chooseFirstSteps();
    }
    propose();
    kernel.factor(s);
    takeStages();
    decide();
    return true;
  }

  private boolean anyLane(Predicate<Lane> holds) {
    for (Lane lane : lanes) {
      if (holds.test(lane)) {
        return true;
      }
    }
    return false;
  }

  /// Times at a fraction of each lane's attempt.
  private void setTimes(double alpha) {
    for (int i = 0; i < WIDTH; i++) {
      memory.setTime(i, lanes[i].control.time() + alpha * h[i]);
    }
  }

  private void addInflow() {
    if (anyLane(lane -> lane.infuses)) {
      memory.addInflow();
    }
  }

  private void chooseFirstSteps() {
    double[] sizes = memory.squares(Region.Y);
    double[] speeds = memory.squares(Region.F);
    for (int i = 0; i < WIDTH; i++) {
      Lane lane = lanes[i];
      if (lane.runs && lane.control.needsFirst()) {
        lane.control.first(sizes[i], speeds[i], lane.end);
      }
    }
  }

  /// Lanes at rest take a step of length 1, which is thrown away.
  private void propose() {
    for (int i = 0; i < WIDTH; i++) {
      Lane lane = lanes[i];
      if (lane.runs) {
        lane.failure = lane.control.propose(lane.end);
        lane.runs = lane.failure.isEmpty();
      }
      h[i] = lane.runs ? lane.control.attempt() : 1;
      memory.setStep(i, h[i], TABLEAU.gamma());
    }
  }

  private void takeStages() {
    boolean timed = model.model().dependsOnTime();
    if (timed) {
      kernel.byTime(s);
    }
    memory.clearCouplings();
    for (int stage = 0; stage < TABLEAU.stages(); stage++) {
      if (stage > 0) {
        kernel.combine(s, stage);
        setTimes(TABLEAU.alpha()[stage]);
        kernel.derivative(s);
        addInflow();
      }
      if (timed && TABLEAU.d()[stage] != 0) {
        memory.addTimeDerivative(h, TABLEAU.d()[stage]);
      }
      memory.solve(stage);
    }
  }

  private void decide() {
    memory.complete(TABLEAU.stages() - 1, errors);
    for (int i = 0; i < WIDTH; i++) {
      Lane lane = lanes[i];
      moved[i] = lane.runs && lane.control.decide(errors[i], lane.end);
      lane.runs = lane.runs && lane.control.time() < lane.end;
    }
    memory.accept(moved);
    denseIsReady = false;
  }

  // ---- looking ------------------------------------------------------------------------------

  /// Computes the observed formulas of every lane at its present state.
  public void observe() {
    memory.turnToObservedState();
    setTimes(0);
    kernel.observe(s);
  }

  /// Computes the observed formulas at a time within each lane's last step; only lanes that have
  /// moved give sense.
  public void observe(double[] times) {
    if (!denseIsReady) {
      kernel.densify(s);
      denseIsReady = true;
    }
    for (int i = 0; i < WIDTH; i++) {
      double from = lanes[i].control.previousTime();
      memory.setTime(i, times[i]);
      fractions[i] = moved[i] ? (times[i] - from) / (lanes[i].control.time() - from) : 1;
    }
    memory.interpolate(fractions);
    kernel.observe(s);
  }

  /// Value `i` of the formulas last observed.
  public double observed(int lane, int i) {
    return memory.observed(lane, i);
  }
}
