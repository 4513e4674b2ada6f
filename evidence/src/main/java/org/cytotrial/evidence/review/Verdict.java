package org.cytotrial.evidence.review;

import java.util.List;
import org.cytotrial.evidence.log.Decision;

/// How a paper stands at a stage of screening, from everyone's choices.
///
/// @param choices the last of each person, in order of time
/// @param reason the reason for exclusion; where two people gave different ones, the one that the
///   protocol ranks first
public record Verdict(State state, List<Decision> choices, String reason) {
  public Verdict {
    choices = List.copyOf(choices);
  }

  /// How a paper stands.
  public enum State {
    /// Fewer people have looked than the protocol wants.
    OPEN,
    INCLUDED,
    EXCLUDED,
    /// Someone must settle it: people differ, or are unsure.
    CONFLICT
  }

  /// Whether a person has decided.
  public boolean isBy(String person) {
    return choices.stream().anyMatch(d -> d.person().equals(person));
  }
}
