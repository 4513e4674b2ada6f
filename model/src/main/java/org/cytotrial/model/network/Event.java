package org.cytotrial.model.network;

import java.util.List;
import java.util.Optional;
import org.cytotrial.model.expression.Expression;

/// A sudden change when `trigger` turns from false to true (SBML L3V2 section 4.11).
public record Event(
    String id,
    Expression trigger,
    boolean initialValue,
    boolean isPersistent,
    boolean usesValuesFromTriggerTime,
    Optional<Expression> delay,
    Optional<Expression> priority,
    List<Change> changes) {
  public Event {
    changes = List.copyOf(changes);
  }

  /// `variable` gets the value of `formula` (SBML `eventAssignment`).
  public record Change(String variable, Expression formula) {}
}
