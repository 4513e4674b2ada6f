package org.cytotrial.model.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytotrial.model.expression.Expression;
import org.cytotrial.model.network.Event;
import org.cytotrial.model.network.Event.Change;
import org.cytotrial.model.sbml.SymbolTable.Kind;

/// Reads events. Level 2 has no trigger attributes: its triggers count as true before the start,
/// and are persistent.
final class EventReader {
  private final ModelContext context;
  private final Attributes attributes;

  EventReader(ModelContext context) {
    this.context = context;
    this.attributes = context.attributes();
  }

  List<Event> read(XmlElement model) {
    var events = new ArrayList<Event>();
    for (XmlElement e : model.list("listOfEvents")) {
      events.add(event(e, events.size() + 1));
    }
    return events;
  }

  private Event event(XmlElement e, int number) {
    Optional<XmlElement> trigger = e.child("trigger");
    if (trigger.isEmpty()) {
      context.problems().add(e, "<event> without a trigger is not supported.");
    }
    return new Event(
        e.attribute("id").orElseGet(() -> context.symbols().fresh("event_" + number, Kind.OTHER)),
        trigger.map(context.formulas()::of).orElse(Expression.Constant.ZERO),
        trigger.map(t -> attributes.flag(t, "initialValue", true)).orElse(true),
        trigger.map(t -> attributes.flag(t, "persistent", true)).orElse(true),
        attributes.flag(e, "useValuesFromTriggerTime", true),
        e.child("delay").map(context.formulas()::of),
        e.child("priority").map(context.formulas()::of),
        e.list("listOfEventAssignments").stream().map(this::change).toList());
  }

  private Change change(XmlElement e) {
    return new Change(RuleReader.quantity(context, e, "variable"), context.formulas().of(e));
  }
}
