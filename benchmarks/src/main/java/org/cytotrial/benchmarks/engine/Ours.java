package org.cytotrial.benchmarks.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.lanes.Lanes;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.simulation.regimen.LanePlayer;
import org.cytotrial.simulation.regimen.LanePlayer.Part;
import org.cytotrial.simulation.regimen.Played;
import org.cytotrial.simulation.regimen.RegimenPlayer;
import org.cytotrial.simulation.regimen.Watch;
import org.cytotrial.simulation.regimen.Watching;

/// Our own runs of a workload, on the calling thread.
final class Ours {
  private static final double STEADY = 1.04;
  private static final int MOST_WARM_UPS = 60;

  private final Workload workload;
  private final List<Expression> all;
  private final Formulas formulas;
  private final LaneModel lanes;

  Ours(Workload workload) {
    this.workload = workload;
    this.all =
        workload.model().equations().states().stream().<Expression>map(Expression::symbol).toList();
    this.formulas = workload.model().formulas(all);
    this.lanes = LaneModel.compile(workload.model(), all, Rodas5P.TABLEAU, Lanes.width());
  }

  /// Runs the lanes until they no longer get faster, and the scalar kernel a few times.
  void warmUp(double relative) {
    double fastest = Double.POSITIVE_INFINITY;
    int steady = 0;
    for (int i = 0; i < MOST_WARM_UPS && steady < 3; i++) {
      double seconds = inLanes(relative).seconds();
      steady = seconds < fastest / STEADY ? 0 : steady + (seconds < fastest * STEADY ? 1 : 0);
      fastest = Math.min(fastest, seconds);
    }
    for (int i = 0; i < 2; i++) {
      alone(relative);
    }
  }

  static double cpuSeconds() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadCpuTime() * 1e-9;
  }

  /// All patients in the lanes of vector registers.
  Run inLanes(double relative) {
    Tolerance tolerance = workload.tolerance(relative);
    var result = new Result();
    var player = new LanePlayer(lanes, formulas, tolerance);
    var next = new AtomicInteger();
    double began = cpuSeconds();
    player.play(() -> {
      int patient = next.getAndIncrement();
      return patient < workload.patients().size()
          ? Optional.of(result.part(patient))
          : Optional.empty();
    });
    return result.run(cpuSeconds() - began);
  }

  /// One patient after another on the scalar kernel.
  Run alone(double relative) {
    var result = new Result();
    var player = new RegimenPlayer(workload.model(), workload.tolerance(relative));
    double began = cpuSeconds();
    for (int i = 0; i < workload.patients().size(); i++) {
      Part part = result.part(i);
      part.finished()
          .accept(
              player.play(part.patient(), part.schedule(), new Watching(formulas, part.watch())));
      result.steps += player.steps();
    }
    return result.run(cpuSeconds() - began);
  }

  /// The doses that were given, with what was added by each.
  List<List<Dose>> doses(double relative) {
    List<List<Dose>> doses = new ArrayList<>();
    var player = new RegimenPlayer(workload.model(), workload.tolerance(relative));
    var amounts = new Amounts(workload);
    for (var patient : workload.patients()) {
      Played played =
          player.play(
              patient,
              workload.schedule(),
              new Watching(formulas, new Looks(new double[0], 0, List.of(), all.size())));
      doses.add(amounts.given(patient, played));
    }
    return doses;
  }

  private final class Result {
    private final double[] states;
    private final Integer[] given;
    private long steps;

    Result() {
      int patients = workload.patients().size();
      states = new double[patients * workload.looks().size() * all.size()];
      Arrays.fill(states, Double.NaN);
      given = new Integer[patients];
      Arrays.fill(given, 0);
    }

    Part part(int patient) {
      int from = patient * workload.looks().size() * all.size();
      return new Part(
          workload.patients().get(patient),
          workload.schedule(),
          new Looks(states, from, workload.looks(), all.size()),
          played -> finish(patient, from, played));
    }

    private void finish(int patient, int from, Played played) {
      switch (played) {
        case Played.Completed(var delivery) ->
            given[patient] = delivery.stream().mapToInt(Played.Delivery::count).sum();
        case Played.Failed _ ->
            Arrays.fill(states, from, from + workload.looks().size() * all.size(), Double.NaN);
      }
    }

    Run run(double seconds) {
      return new Run(seconds, states, steps, List.of(given));
    }
  }

  /// Takes down all states on the days of comparison.
  private static final class Looks implements Watch {
    private final double[] to;
    private final List<Double> days;
    private final int states;
    private int place;
    private int next;

    Looks(double[] to, int place, List<Double> days, int states) {
      this.to = to;
      this.place = place;
      this.days = days;
      this.states = states;
    }

    @Override
    public void begin(double[] values) {
      next = 0;
    }

    @Override
    public double nextLook() {
      return next < days.size() ? days.get(next) : Double.POSITIVE_INFINITY;
    }

    @Override
    public void see(double time, double[] values) {
      if (time == nextLook()) {
        System.arraycopy(values, 0, to, place, states);
        place += states;
        next++;
      }
    }

    @Override
    public double nextStop() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public void stop(double time, double[] values, Switches switches) {}
  }
}
