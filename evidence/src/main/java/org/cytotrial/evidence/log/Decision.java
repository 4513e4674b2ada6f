package org.cytotrial.evidence.log;

import java.time.Instant;
import java.util.List;

/// One thing that a person decided. It is never changed; another may take it back.
///
/// @param id a hash of all the rest and of the line before, so that a changed line shows
/// @param record the record decided on
/// @param with the records it is the same as, or differs from; empty but for pairs and links
/// @param reason a reason for exclusion, a file, or the id of the decision that is taken back
public record Decision(
    String id,
    String person,
    String record,
    List<String> with,
    Stage stage,
    Choice choice,
    String reason,
    Instant time) {
  public Decision {
    with = List.copyOf(with);
  }

  /// What is to be decided, before it has a person, a time and a place in the log.
  public record Draft(String record, List<String> with, Stage stage, Choice choice, String reason) {
    public Draft {
      with = List.copyOf(with);
      if (!stage.allows(choice)) {
        throw new IllegalArgumentException(
            "'" + choice.word() + "' cannot be chosen at the stage '" + stage.word() + "'.");
      }
    }

    public static Draft of(String record, Stage stage, Choice choice, String reason) {
      return new Draft(record, List.of(), stage, choice, reason);
    }

    /// Takes a decision back.
    public static Draft undo(Decision decision) {
      return of(decision.record(), decision.stage(), Choice.UNDO, decision.id());
    }
  }
}
