package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.protocol.ReviewProtocol.Source;
import org.cytotrial.evidence.protocol.ReviewProtocol.SourceKind;
import org.cytotrial.evidence.review.Verdict.State;

/// Counts the flow of a review from its files. A paper stands in the column of databases and
/// registers if any of its records came from one.
final class FlowCount {
  private static final String NO_REASON = "No reason given";

  private final ReviewState state;
  private final ScreeningStage titles;
  private final ScreeningStage texts;
  private final Retrieval retrieval;
  private int conflicts;

  private FlowCount(ReviewState state) {
    this.state = state;
    this.titles = ScreeningStage.of(state, Stage.TITLE);
    this.texts = ScreeningStage.of(state, Stage.FULLTEXT);
    this.retrieval = Retrieval.of(state);
  }

  static FlowDiagram of(ReviewState state) {
    var count = new FlowCount(state);
    List<Paper> included = included(state);
    Tally databases = count.tally(false);
    Tally others = count.tally(true);
    return new FlowDiagram(
        databases.column(),
        others.column(),
        Studies.of(state).group(included).size(),
        included.size(),
        state.ungrouped(),
        count.conflicts);
  }

  /// The papers that passed both stages.
  static List<Paper> included(ReviewState state) {
    ScreeningStage titles = ScreeningStage.of(state, Stage.TITLE);
    ScreeningStage texts = ScreeningStage.of(state, Stage.FULLTEXT);
    Retrieval retrieval = Retrieval.of(state);
    return state.papers().all().stream()
        .filter(p -> titles.of(p).state() == State.INCLUDED)
        .filter(p -> !retrieval.isNotRetrieved(p))
        .filter(p -> texts.of(p).state() == State.INCLUDED)
        .toList();
  }

  private SourceKind kind(ImportedRecord record) {
    return state.protocol().source(record.source()).map(Source::kind).orElse(SourceKind.DATABASE);
  }

  private boolean isOther(Paper paper) {
    return paper.records().stream().allMatch(r -> kind(r) == SourceKind.OTHER);
  }

  private static final class Tally {
    private final List<String> registers = new ArrayList<>();
    private final SequencedMap<String, Integer> identified = new LinkedHashMap<>();
    private final SequencedMap<String, Integer> reasons = new LinkedHashMap<>();
    private int papers;
    private int excluded;
    private int awaitingTitle;
    private int sought;
    private int notRetrieved;
    private int awaitingText;
    private int included;

    FlowDiagram.Column column() {
      int records = identified.values().stream().mapToInt(Integer::intValue).sum();
      return new FlowDiagram.Column(
          registers,
          identified,
          records - papers,
          excluded + sought,
          excluded,
          awaitingTitle,
          sought,
          notRetrieved,
          awaitingText,
          reasons,
          included);
    }
  }

  private Tally tally(boolean isOther) {
    var tally = new Tally();
    ReviewProtocol protocol = state.protocol();
    for (Source source : protocol.sources()) {
      if ((source.kind() == SourceKind.OTHER) == isOther) {
        tally.identified.put(source.name(), 0);
        if (source.kind() == SourceKind.REGISTER) {
          tally.registers.add(source.name());
        }
      }
    }
    for (ImportedRecord record : state.records().records()) {
      if ((kind(record) == SourceKind.OTHER) == isOther) {
        String name = protocol.source(record.source()).map(Source::name).orElse(record.source());
        tally.identified.merge(name, 1, Integer::sum);
      }
    }
    protocol.reasons().forEach(reason -> tally.reasons.put(reason, 0));
    state.papers().all().stream().filter(p -> isOther(p) == isOther).forEach(p -> count(p, tally));
    return tally;
  }

  private void count(Paper paper, Tally tally) {
    tally.papers++;
    switch (titles.of(paper).state()) {
      case EXCLUDED -> tally.excluded++;
      case OPEN -> tally.awaitingTitle++;
      case CONFLICT -> {
        tally.awaitingTitle++;
        conflicts++;
      }
      case INCLUDED -> countReport(paper, tally);
    }
  }

  private void countReport(Paper paper, Tally tally) {
    tally.sought++;
    if (retrieval.isNotRetrieved(paper)) {
      tally.notRetrieved++;
      return;
    }
    Verdict verdict = texts.of(paper);
    switch (verdict.state()) {
      case OPEN -> tally.awaitingText++;
      case CONFLICT -> {
        tally.awaitingText++;
        conflicts++;
      }
      case INCLUDED -> tally.included++;
      case EXCLUDED -> {
        String reason = Optional.of(verdict.reason()).filter(r -> !r.isEmpty()).orElse(NO_REASON);
        tally.reasons.merge(reason, 1, Integer::sum);
      }
    }
  }
}
