package org.cytotrial.engine.lanes;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.StepListener;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;

/// Generates a lane kernel and runs it on the model's own start until the JIT has compiled it.
///
/// Until then a step in lanes costs a hundred times and more of what it does after, so a run begins
/// with the scalar kernel while this goes on in the background.
public final class WarmUp {
  private static final double DAYS = 20;
  private static final int STEPS_PER_PROBE = 8;
  private static final int PROBES_WITHOUT_PAUSE = 40;
  private static final long PAUSE_MS = 60;
  private static final long PATIENCE_NS = 90_000_000_000L;

  private final LaneModel lanes;
  private final LaneStepper stepper;
  private final Stepper scalar;
  private final double[] parameters;
  private final double[] start;

  private WarmUp(CompiledModel model, List<Expression> observed) {
    this.lanes = LaneModel.compile(model, observed, Rodas5P.TABLEAU, Lanes.width());
    var method = new Rodas5P(Tolerance.of(1e-6, 1e-6, model.stateCount()));
    this.stepper = new LaneStepper(method, lanes);
    this.parameters = model.parameterValues();
    this.start = model.initialise(parameters);
    var system = new CompiledSystem(model);
    system.bind(parameters);
    this.scalar = method.begin(system);
  }

  /// Compiles in the background.
  ///
  /// @param observed formulas that the lanes compute after every step
  /// @return the model, when its kernel is fast
  public static Future<LaneModel> begin(CompiledModel model, List<Expression> observed) {
    var done = new CompletableFuture<LaneModel>();
    Thread.ofPlatform()
        .daemon()
        .name("lanes-warm-up")
        .start(() -> {
          try {
            done.complete(new WarmUp(model, observed).run());
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  private LaneModel run() {
    long began = System.nanoTime();
    int probes = 0;
    while (!isHot() && System.nanoTime() - began < PATIENCE_NS) {
      if (++probes > PROBES_WITHOUT_PAUSE) {
        pause();
      }
    }
    return lanes;
  }

  /// Hot is a step in all lanes that takes less than half of what the scalar steps would.
  private boolean isHot() {
    long fastest = Long.MAX_VALUE;
    double[] times = new double[stepper.width()];
    for (int i = 0; i < STEPS_PER_PROBE; i++) {
      keepRunning();
      long began = System.nanoTime();
      stepper.step();
      stepper.observe();
      fastest = Math.min(fastest, System.nanoTime() - began);
      for (int lane = 0; lane < times.length; lane++) {
        times[lane] = stepper.time(lane);
      }
      stepper.observe(times);
    }
    return fastest < 0.5 * stepper.width() * scalarStep();
  }

  private void keepRunning() {
    for (int lane = 0; lane < stepper.width(); lane++) {
      if (!stepper.isRunning(lane)) {
        stepper.start(lane, 0, start, parameters);
        stepper.run(lane, DAYS);
      }
    }
  }

  private double scalarStep() {
    scalar.start(0, start);
    long began = System.nanoTime();
    scalar.advance(DAYS, StepListener.NONE);
    return (double) (System.nanoTime() - began) / Math.max(1, scalar.steps());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The warm-up was interrupted", e);
    }
  }
}
