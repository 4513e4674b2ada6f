package org.cytotrial.simulation.model;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.engine.compile.CompiledModel;
import org.cytotrial.engine.compile.CompiledSystem;
import org.cytotrial.engine.compile.Equations;
import org.cytotrial.engine.compile.Formulas;
import org.cytotrial.engine.solver.Stepper;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.Model;
import org.cytotrial.model.network.Species;
import org.cytotrial.statistics.random.RandomStream;
import org.cytotrial.statistics.random.Seed;

/// The events of one run, by the rules of SBML Level 3 Version 2 (section 4.11): an event fires
/// when its trigger turns true, its assignments happen at once or after its delay, those due at one
/// moment in the order of their priorities, each seeing what the ones before have done.
///
/// Events of equal priority happen in random order, as SBML asks, from a stream that every run
/// begins anew, so that runs are the same. A trigger is looked at on a grid of points within each
/// step; one that turns true and false again between two of them is not seen.
final class EventQueue {
  private static final int HALVINGS = 60;
  private static final int LOOKS = 16;
  private static final Seed SEED = new Seed(0);

  private final List<Event> events;
  private final CompiledModel model;
  private final CompiledSystem system;
  private final Evaluated triggers;
  private final Evaluated delays;
  private final Evaluated priorities;
  private final List<Evaluated> changes = new ArrayList<>();
  private final List<List<Place>> places = new ArrayList<>();
  private final boolean[] wasTrue;
  private final List<Pending> pending = new ArrayList<>();
  private final double[] between;
  private RandomStream random = SEED.stream(0, "events");

  /// Assignments that are due; the values are empty where they are taken only then.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pending(int event, double time, double[] values) {}

  /// Where a variable stands.
  ///
  /// @param size index, among the values of a change, of the compartment's size that turns a
  ///   concentration into an amount; -1 if there is none
  private record Place(boolean isState, int index, int size) {}

  /// Formulas with their workspace.
  private final class Evaluated {
    private final Formulas formulas;
    private final double[] workspace;

    Evaluated(List<Expression> list) {
      formulas = model.formulas(list);
      workspace = new double[formulas.workspace()];
    }

    double[] at(double time, double[] state) {
      double[] values = new double[formulas.count()];
      formulas.prepare(system.parameters(), workspace);
      formulas.evaluate(time, state, system.parameters(), workspace, values);
      return values;
    }
  }

  EventQueue(Model source, CompiledModel model, CompiledSystem system) {
    this.events = source.events();
    this.model = model;
    this.system = system;
    this.triggers = new Evaluated(events.stream().map(Event::trigger).toList());
    this.delays =
        new Evaluated(
            events.stream().map(e -> e.delay().orElse(Expression.Constant.ZERO)).toList());
    Expression last = Expression.constant(Double.NEGATIVE_INFINITY);
    this.priorities = new Evaluated(events.stream().map(e -> e.priority().orElse(last)).toList());
    for (Event event : events) {
      List<Expression> formulas =
          new ArrayList<>(event.changes().stream().map(Event.Change::formula).toList());
      List<Place> own = new ArrayList<>();
      for (Event.Change change : event.changes()) {
        own.add(place(change.variable(), source, formulas));
      }
      changes.add(new Evaluated(formulas));
      places.add(own);
    }
    this.wasTrue = new boolean[events.size()];
    this.between = new double[model.stateCount()];
  }

  private Place place(String id, Model source, List<Expression> formulas) {
    refuseChangingSize(id, source);
    if (model.hasState(id)) {
      return new Place(true, model.state(id), -1);
    }
    String amount = Equations.amountOf(id);
    if (model.hasState(amount)) {
      Species species =
          source.species().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
      formulas.add(Expression.symbol(species.compartment()));
      return new Place(true, model.state(amount), formulas.size() - 1);
    }
    return new Place(false, model.parameter(id), -1);
  }

  /// A species that no reaction changes is kept as what its id means; as a concentration it would
  /// not follow the size of its compartment.
  private void refuseChangingSize(String id, Model source) {
    for (Species species : source.species()) {
      if (species.compartment().equals(id)
          && !species.substanceOnly()
          && !model.hasState(Equations.amountOf(species.id()))) {
        throw new IllegalStateException(
            "Model '%s' has an event that changes the size of '%s', in which '%s' has a concentration that no reaction changes; this is not simulated."
                .formatted(source.id(), id, species.id()));
      }
    }
  }

  /// Begins at time 0: what is true there and was not before fires.
  void begin(double[] state) {
    pending.clear();
    random = SEED.stream(0, "events");
    for (int i = 0; i < wasTrue.length; i++) {
      wasTrue[i] = events.get(i).initialValue();
    }
    happen(0, state);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /// When the next assignment is due; infinite if none.
  double next() {
    return pending.stream().mapToDouble(Pending::time).min().orElse(Double.POSITIVE_INFINITY);
  }

  /// The moment within the last step at which a trigger turned true; NaN if none did.
  double turned(Stepper stepper) {
    if (events.isEmpty()) {
      return Double.NaN;
    }
    double from = stepper.previousTime();
    double length = stepper.time() - from;
    for (int look = 1; look <= LOOKS; look++) {
      boolean isLast = look == LOOKS;
      double time = isLast ? stepper.time() : from + length * look / LOOKS;
      double[] now = at(stepper, time);
      if (turnsTrue(now)) {
        return located(stepper, from + length * (look - 1) / LOOKS, time);
      }
      note(now);
    }
    return Double.NaN;
  }

  private double[] at(Stepper stepper, double time) {
    if (time == stepper.time()) {
      return triggers.at(time, stepper.state());
    }
    stepper.interpolate(time, between);
    return triggers.at(time, between);
  }

  private double located(Stepper stepper, double low, double high) {
    double before = low;
    double after = high;
    for (int i = 0; i < HALVINGS && before < Math.nextDown(after); i++) {
      double middle = before + 0.5 * (after - before);
      if (turnsTrue(at(stepper, middle))) {
        after = middle;
      } else {
        before = middle;
      }
    }
    return after;
  }

  private boolean turnsTrue(double[] now) {
    for (int i = 0; i < now.length; i++) {
      if (!wasTrue[i] && now[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /// Takes down which triggers are true; an event that does not persist is called off when its own
  /// no longer is.
  private void note(double[] now) {
    for (int i = 0; i < now.length; i++) {
      int event = i;
      if (wasTrue[i] && now[i] == 0 && !events.get(i).isPersistent()) {
        pending.removeIf(p -> p.event() == event);
      }
      wasTrue[i] = now[i] != 0;
    }
  }

  /// Fires what has turned true and carries out what is due, until nothing more happens.
  ///
  /// @return whether anything was assigned
  boolean happen(double time, double[] state) {
    boolean changed = false;
    fire(time, state);
    for (int due = due(time, state); due >= 0; due = due(time, state)) {
      Pending chosen = pending.remove(due);
      assign(chosen, time, state);
      changed = true;
      fire(time, state);
    }
    return changed;
  }

  private void fire(double time, double[] state) {
    double[] now = triggers.at(time, state);
    boolean[] turned = new boolean[now.length];
    for (int i = 0; i < now.length; i++) {
      turned[i] = !wasTrue[i] && now[i] != 0;
    }
    note(now);
    double[] delay = delays.at(time, state);
    for (int i = 0; i < turned.length; i++) {
      if (turned[i]) {
        boolean atOnce = events.get(i).usesValuesFromTriggerTime();
        double[] values = atOnce ? changes.get(i).at(time, state) : new double[0];
        pending.add(new Pending(i, time + delay[i], values));
      }
    }
  }

  /// Index of the assignment that is due next: one of the highest priority; -1 if none is due.
  private int due(double time, double[] state) {
    double[] priority = priorities.at(time, state);
    List<Integer> first = new ArrayList<>();
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < pending.size(); i++) {
      if (pending.get(i).time() <= time) {
        double own = priority[pending.get(i).event()];
        if (own > highest) {
          first.clear();
          highest = own;
        }
        if (own == highest) {
          first.add(i);
        }
      }
    }
    if (first.size() < 2) {
      return first.isEmpty() ? -1 : first.getFirst();
    }
    return first.get(random.nextIndex(first.size()));
  }

  private void assign(Pending due, double time, double[] state) {
    double[] values = due.values();
    if (!events.get(due.event()).usesValuesFromTriggerTime()) {
      values = changes.get(due.event()).at(time, state);
    }
    List<Place> own = places.get(due.event());
    for (int i = 0; i < own.size(); i++) {
      Place place = own.get(i);
      double value = place.size() < 0 ? values[i] : values[i] * values[place.size()];
      if (place.isState()) {
        state[place.index()] = value;
      } else {
        system.set(place.index(), value);
      }
    }
  }
}
