package org.cytotrial.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.ensemble.Runner;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.patient.VirtualPatient;
import org.cytotrial.simulation.regimen.CompiledSchedule;
import org.cytotrial.simulation.regimen.LanePlayer;
import org.cytotrial.simulation.regimen.LanePlayer.Part;
import org.cytotrial.simulation.regimen.Played;
import org.cytotrial.simulation.regimen.RegimenPlayer;
import org.cytotrial.simulation.regimen.Watching;
import org.cytotrial.simulation.response.ResponseRules;

/// Plays every schedule on every patient, with the kernels that a [KernelPlan] says.
///
/// A part is one patient under one schedule, numbered by patient, then schedule. While the lane
/// kernel warms up, the threads play the scalar parts.
final class Treatment {
  private final Equipment equipment;
  private final List<VirtualPatient> patients;
  private final List<CompiledSchedule> schedules;
  private final Formulas watched;
  private final IntConsumer progress;
  private final AtomicReferenceArray<PatientOutcome> outcomes;
  private final AtomicInteger nextScalar = new AtomicInteger();
  private final AtomicInteger nextInLanes;
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicInteger retried = new AtomicInteger();

  /// What patients are treated with.
  ///
  /// @param lanes the lane kernel, when it is warm, if the plan uses it
  record Equipment(
      CompiledModel model,
      Tolerance tolerance,
      ResponseRules rules,
      KernelPlan plan,
      Optional<Future<LaneModel>> lanes) {}

  Treatment(
      Equipment equipment,
      List<VirtualPatient> patients,
      List<CompiledSchedule> schedules,
      IntConsumer progress) {
    this.equipment = equipment;
    this.patients = patients;
    this.schedules = schedules;
    this.progress = progress;
    this.watched = equipment.model().formulas(TrialWatch.FORMULAS);
    this.outcomes = new AtomicReferenceArray<>(patients.size() * schedules.size());
    this.nextInLanes = new AtomicInteger(equipment.plan().scalarParts());
  }

  /// Outcomes by schedule, then by patient.
  List<List<PatientOutcome>> outcomes(int threads) {
    new Runner(threads).onEachThread(this::work);
    List<List<PatientOutcome>> bySchedule = new ArrayList<>();
    for (int schedule = 0; schedule < schedules.size(); schedule++) {
      List<PatientOutcome> own = new ArrayList<>();
      for (int patient = 0; patient < patients.size(); patient++) {
        own.add(outcomes.get(patient * schedules.size() + schedule));
      }
      bySchedule.add(own);
    }
    return bySchedule;
  }

  /// Parts that needed a tighter tolerance, whether or not it helped.
  int retried() {
    return retried.get();
  }

  /// One thread: scalar parts until the lanes are warm, then lanes, then scalar parts that are
  /// left.
  private void work() {
    var player = new RegimenPlayer(equipment.model(), equipment.tolerance());
    boolean lanesAreDone = equipment.lanes().isEmpty();
    while (true) {
      if (!lanesAreDone && equipment.lanes().orElseThrow().isDone()) {
        playInLanes(player);
        lanesAreDone = true;
      }
      int part = nextScalar.getAndIncrement();
      if (part < equipment.plan().scalarParts()) {
        playAlone(player, part);
      } else if (lanesAreDone) {
        return;
      } else {
        playInLanes(player);
        lanesAreDone = true;
      }
    }
  }

  private void playAlone(RegimenPlayer player, int part) {
    TrialWatch watch = watch();
    Played played = player.play(patient(part), schedule(part), new Watching(watched, watch));
    retried.addAndGet(player.retries() > 0 ? 1 : 0);
    finish(
        part,
        switch (played) {
          case Played.Completed(var delivery) -> watch.outcome(delivery);
          case Played.Failed(var reason, var day) -> new PatientOutcome.Failed(reason, day);
        });
  }

  private void finish(int part, PatientOutcome outcome) {
    outcomes.set(part, outcome);
    progress.accept(finished.incrementAndGet() / schedules.size());
  }

  private void playInLanes(RegimenPlayer alone) {
    var inLanes = new LanePlayer(warmLanes(), watched, equipment.tolerance());
    inLanes.play(() -> {
      int part = nextInLanes.getAndIncrement();
      return part < outcomes.length() ? Optional.of(laned(part, alone)) : Optional.empty();
    });
  }

  /// A patient whose lane cannot go on is played again alone, with all that the scalar player
  /// tries.
  private Part laned(int part, RegimenPlayer alone) {
    TrialWatch watch = watch();
    return new Part(
        patient(part),
        schedule(part),
        watch,
        played -> {
          if (played instanceof Played.Completed(var delivery)) {
            finish(part, watch.outcome(delivery));
          } else {
            playAlone(alone, part);
          }
        });
  }

  private LaneModel warmLanes() {
    try {
      return equipment.lanes().orElseThrow().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The lane kernel could not be made", e.getCause());
    }
  }

  private TrialWatch watch() {
    int progressed = equipment.model().parameter("pd_on");
    return new TrialWatch(equipment.rules(), schedules.getFirst().end(), progressed);
  }

  private VirtualPatient patient(int part) {
    return patients.get(part / schedules.size());
  }

  private CompiledSchedule schedule(int part) {
    return schedules.get(part % schedules.size());
  }
}
