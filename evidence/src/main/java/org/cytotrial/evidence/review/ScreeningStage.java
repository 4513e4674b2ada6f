package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.review.Verdict.State;

/// What all screeners decided at one stage, paper by paper. A decision on any record of a paper is
/// one on the paper, and a person's last one counts.
public final class ScreeningStage {
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final ReviewProtocol protocol;

  private ScreeningStage(ReviewProtocol protocol) {
    this.protocol = protocol;
  }

  /// Reads a stage.
  ///
  /// @param stage title or full text
  static ScreeningStage of(ReviewState state, Stage stage) {
    var screening = new ScreeningStage(state.protocol());
    Map<String, Map<String, Decision>> choices = latest(state, stage);
    Map<String, Map<String, Decision>> settled = latest(state, stage.conflict());
    for (Paper paper : state.papers().all()) {
      screening.verdicts.put(
          paper.id(),
          screening.verdict(
              List.copyOf(choices.getOrDefault(paper.id(), Map.of()).values()),
              settled.getOrDefault(paper.id(), Map.of()).values().stream()
                  .reduce((_, last) -> last)));
    }
    return screening;
  }

  /// The last decision of each person on each paper, in order of time.
  private static Map<String, Map<String, Decision>> latest(ReviewState state, Stage stage) {
    Map<String, Map<String, Decision>> latest = new HashMap<>();
    for (Decision d : state.log().standing(stage)) {
      Optional<Paper> paper = state.papers().of(d.record());
      if (paper.isPresent()) {
        Map<String, Decision> own =
            latest.computeIfAbsent(paper.get().id(), _ -> new LinkedHashMap<>());
        own.remove(d.person());
        own.put(d.person(), d);
      }
    }
    return latest;
  }

  private Verdict verdict(List<Decision> choices, Optional<Decision> settled) {
    List<Decision> all = new ArrayList<>(choices);
    if (settled.isPresent() && settled.get().choice() != Choice.UNSURE) {
      Decision last = settled.get();
      State state = last.choice() == Choice.INCLUDE ? State.INCLUDED : State.EXCLUDED;
      return new Verdict(state, all, last.choice() == Choice.EXCLUDE ? last.reason() : "");
    }
    boolean isUnsure = choices.stream().anyMatch(d -> d.choice() == Choice.UNSURE);
    boolean differ = choices.stream().map(Decision::choice).distinct().count() > 1;
    boolean isWhole = choices.size() >= protocol.screeners();
    if (!isWhole) {
      return new Verdict(State.OPEN, all, "");
    }
    if (isUnsure || differ) {
      return new Verdict(State.CONFLICT, all, "");
    }
    return choices.getFirst().choice() == Choice.INCLUDE
        ? new Verdict(State.INCLUDED, all, "")
        : new Verdict(State.EXCLUDED, all, firstReason(choices));
  }

  private String firstReason(List<Decision> choices) {
    return choices.stream()
        .map(Decision::reason)
        .min(Comparator.comparingInt(this::rank))
        .orElse("");
  }

  private int rank(String reason) {
    int rank = protocol.reasons().indexOf(reason);
    return rank < 0 ? Integer.MAX_VALUE : rank;
  }

  public Verdict of(Paper paper) {
    return verdicts.getOrDefault(paper.id(), new Verdict(State.OPEN, List.of(), ""));
  }
}
