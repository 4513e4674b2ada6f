package org.cytotrial.simulation.regimen;

import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.model.expression.Expression;

/// One line of a regimen: the same action at several times.
///
/// @param drug what is given, for people
/// @param operation what happens to the target
/// @param target a state, or a parameter used as a switch
/// @param amount in the target's unit, from the state and the parameters just before the action
/// @param duration of an infusion in days; 0 for a bolus. The amount flows in at a constant rate
/// @param times when
/// @param holdRule the assignment rule `hold_…` that, at 1 just before an action, skips it
/// @param stopAfter skipped actions after which the rest of the cycle is skipped too
/// @param condition decided once; where it fails, nothing of the series happens
public record Series(
    String drug,
    Operation operation,
    String target,
    Expression amount,
    Rational duration,
    TimePattern times,
    Optional<String> holdRule,
    OptionalInt stopAfter,
    Optional<Condition> condition) {
  /// @throws IllegalArgumentException if an action is planned before the condition is decided
  public Series {
    condition.ifPresent(decided -> checkDay(decided, times));
  }

  private static void checkDay(Condition condition, TimePattern times) {
    for (TimePattern.Item item : times.items()) {
      if (item.start().compareTo(condition.day()) < 0) {
        throw new IllegalArgumentException(
            "the condition '%s' is decided on day %s, after the first action on day %s, which could never happen. Maybe a later start, or an earlier day in the condition."
                .formatted(condition, condition.day(), item.start()));
      }
    }
  }

  public enum Operation {
    /// Adds to the target.
    ADD,
    /// Replaces the target.
    SET,
    /// Replaces the target at time 0, before baselines are taken.
    INIT
  }
}
