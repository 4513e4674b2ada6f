package org.cytotrial.simulation.regimen;

import java.util.Optional;
import java.util.function.Supplier;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.compile.LaneModel;
import org.cytotrial.engine.lanes.LaneStepper;
import org.cytotrial.engine.solver.Rodas5P;
import org.cytotrial.engine.solver.Tolerance;
import org.cytotrial.simulation.patient.VirtualPatient;

/// Plays schedules on several patients at once, one per lane; a lane that has finished takes the
/// next part from the queue. Owns the workspace of one thread.
///
/// What happens to a patient is the same as with [RegimenPlayer], but for rounding.
public final class LanePlayer {
  private final LaneStepper stepper;
  private final Formulas watched;
  private final LaneCourse[] courses;
  private final double[] workspace;
  private final double[] values;
  private final double[] looks;

  /// One patient to be played.
  ///
  /// @param finished told what became of the patient, when the watch has seen all
  public record Part(
      VirtualPatient patient, CompiledSchedule schedule, Watch watch, Finish finished) {}

  /// Takes a result.
  @FunctionalInterface
  public interface Finish {
    void accept(Played played);
  }

  /// @param model compiled with the watched formulas as its observed ones
  /// @param watched the same formulas, for one patient
  public LanePlayer(LaneModel model, Formulas watched, Tolerance tolerance) {
    this.stepper = new LaneStepper(new Rodas5P(tolerance), model);
    this.watched = watched;
    this.workspace = new double[watched.workspace()];
    this.values = new double[watched.count()];
    this.looks = new double[stepper.width()];
    this.courses = new LaneCourse[stepper.width()];
    for (int lane = 0; lane < courses.length; lane++) {
      courses[lane] = new LaneCourse(stepper, lane, model.model());
    }
  }

  /// Plays what the queue gives until it is empty.
  public void play(Supplier<Optional<Part>> queue) {
    do {
      for (LaneCourse course : courses) {
        advance(course, queue);
      }
    } while (step());
  }

  /// Brings a lane that has come to a stop under way again, with the next patient if need be.
  private void advance(LaneCourse course, Supplier<Optional<Part>> queue) {
    while (!course.isRunning()) {
      if (course.isIdle()) {
        Optional<Part> next = queue.get();
        if (next.isEmpty()) {
          return;
        }
        begin(course, next.orElseThrow());
      } else if (course.hasEnded()) {
        course.finish();
      } else {
        act(course);
        course.go();
      }
    }
  }

  private void begin(LaneCourse course, Part part) {
    course.begin(part);
    evaluate(course);
    part.watch().begin(values);
    course.go();
  }

  private void act(LaneCourse course) {
    course.fetch();
    Watch watch = course.watch();
    if (watch.nextStop() == course.time()) {
      evaluate(course);
      watch.stop(course.time(), values, course::set);
    }
    course.act();
  }

  private void evaluate(LaneCourse course) {
    watched.prepare(course.parameters(), workspace);
    watched.evaluate(course.time(), course.state(), course.parameters(), workspace, values);
  }

  private boolean step() {
    if (!stepper.step()) {
      return false;
    }
    while (looksWithin()) {
      stepper.observe(looks);
      for (int lane = 0; lane < courses.length; lane++) {
        if (looks[lane] < stepper.time(lane)) {
          see(lane, looks[lane]);
        }
      }
    }
    stepper.observe();
    for (int lane = 0; lane < courses.length; lane++) {
      if (stepper.hasMoved(lane)) {
        see(lane, stepper.time(lane));
      }
    }
    return true;
  }

  /// Finds the next day looked at in each lane that has moved past one.
  private boolean looksWithin() {
    boolean any = false;
    for (int lane = 0; lane < courses.length; lane++) {
      looks[lane] = stepper.time(lane);
      if (stepper.hasMoved(lane)) {
        looks[lane] = Math.min(looks[lane], courses[lane].watch().nextLook());
        any |= looks[lane] < stepper.time(lane);
      }
    }
    return any;
  }

  private void see(int lane, double time) {
    for (int i = 0; i < values.length; i++) {
      values[i] = stepper.observed(lane, i);
    }
    courses[lane].watch().see(time, values);
  }
}
