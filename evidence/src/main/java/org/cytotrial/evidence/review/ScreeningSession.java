package org.cytotrial.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionWriter;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.records.Field;
import org.cytotrial.evidence.review.Verdict.State;
import org.cytotrial.evidence.screening.ScreeningModel;
import org.cytotrial.evidence.screening.ScreeningText;
import org.cytotrial.evidence.screening.StoppingAdvice;
import org.cytotrial.evidence.screening.StoppingRule;

/// One person screening one stage: which paper comes next, and what they decide.
///
/// The order is learned from the log alone: with two screeners from this person's own decisions, so
/// that it betrays nothing of the other's; with one from everyone's. It is learned decision by
/// decision, so that reading the log again gives the same next paper.
public final class ScreeningSession implements Closeable {
  private static final long SEED = 1;

  private final Review review;
  private final Stage stage;
  private final DecisionWriter writer;
  private final List<Paper> papers = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();
  private ReviewState state;
  private ScreeningStage screening;
  private ScreeningModel model;
  private StoppingRule stopping;
  private OptionalInt current;
  private int mine;

  private ScreeningSession(Review review, Stage stage, DecisionWriter writer) throws IOException {
    this.review = review;
    this.stage = stage;
    this.writer = writer;
    this.state = review.state();
    this.screening = ScreeningStage.of(state, stage);
    papers.addAll(candidates(state, stage));
    for (int i = 0; i < papers.size(); i++) {
      rows.put(papers.get(i).id(), i);
    }
    this.model = newModel();
    this.stopping = StoppingRule.usual(Math.max(1, papers.size()));
    this.current = OptionalInt.empty();
    replay();
  }

  /// Begins, or goes on where the log ends.
  ///
  /// @param stage title or full text
  public static ScreeningSession open(Review review, Stage stage, String person)
      throws IOException {
    DecisionWriter writer = review.writer(person);
    boolean isOpen = false;
    try {
      var session = new ScreeningSession(review, stage, writer);
      isOpen = true;
      return session;
    } finally {
      if (!isOpen) {
        writer.close();
      }
    }
  }

  /// What is screened at a stage, in an order that does not depend on that of the files.
  private static List<Paper> candidates(ReviewState state, Stage stage) {
    ScreeningStage titles = ScreeningStage.of(state, Stage.TITLE);
    Retrieval retrieval = Retrieval.of(state);
    return state.papers().all().stream()
        .filter(p ->
            stage == Stage.TITLE
                || (titles.of(p).state() == State.INCLUDED && !retrieval.isNotRetrieved(p)))
        .sorted(Comparator.comparing(Paper::id))
        .toList();
  }

  private ScreeningModel newModel() {
    List<ScreeningText> texts =
        papers.stream()
            .map(p -> new ScreeningText(p.merged().title(), p.merged().text(Field.ABSTRACT)))
            .toList();
    return new ScreeningModel(texts, Optional.of(state.protocol().criteria()), SEED);
  }

  private void replay() {
    mine = 0;
    advance();
    for (Decision d : state.log().standing(stage)) {
      boolean isMine = d.person().equals(writer.person());
      Integer row = state.papers().of(d.record()).map(p -> rows.get(p.id())).orElse(null);
      if (row != null && (isMine || state.protocol().screeners() == 1)) {
        mine += isMine ? 1 : 0;
        learn(row, d.choice());
        advance();
      }
    }
  }

  private void learn(int row, Choice choice) {
    boolean isRelevant = choice != Choice.EXCLUDE;
    model.observe(row, isRelevant);
    stopping.observe(isRelevant);
  }

  /// Goes to the next paper that wants this person's decision; what others have settled between
  /// them is learned and passed over.
  private void advance() {
    current = papers.isEmpty() ? OptionalInt.empty() : model.next();
    while (current.isPresent()) {
      Verdict verdict = screening.of(papers.get(current.getAsInt()));
      if (verdict.isBy(writer.person()) || verdict.state() == State.OPEN) {
        return;
      }
      learn(
          current.getAsInt(), verdict.state() == State.EXCLUDED ? Choice.EXCLUDE : Choice.INCLUDE);
      current = model.next();
    }
  }

  /// The paper to decide on; empty when all is done.
  public Optional<Paper> next() {
    return current.isPresent() ? Optional.of(papers.get(current.getAsInt())) : Optional.empty();
  }

  /// Decides on the paper shown.
  ///
  /// @param reason a reason for exclusion, or nothing
  /// @throws IllegalStateException if no paper is left
  public Decision decide(Choice choice, String reason) throws IOException {
    int row = current.orElseThrow(() -> new IllegalStateException("no paper is left to decide on"));
    Decision decision =
        writer.append(Decision.Draft.of(papers.get(row).id(), stage, choice, reason));
    mine++;
    learn(row, choice);
    advance();
    return decision;
  }

  /// Takes this person's last decision at this stage back, and shows that paper again.
  ///
  /// @return the decision taken back; empty if there is none
  public Optional<Decision> undo() throws IOException {
    state = review.state();
    Optional<Decision> last =
        state.log().standing(stage).stream()
            .filter(d -> d.person().equals(writer.person()))
            .reduce((_, later) -> later);
    if (last.isEmpty()) {
      return last;
    }
    writer.append(Decision.Draft.undo(last.get()));
    state = review.state();
    screening = ScreeningStage.of(state, stage);
    model = newModel();
    stopping = StoppingRule.usual(Math.max(1, papers.size()));
    replay();
    Integer row = state.papers().of(last.get().record()).map(p -> rows.get(p.id())).orElse(null);
    if (row != null) {
      current = OptionalInt.of(row);
    }
    return last;
  }

  /// How far this person is.
  ///
  /// @param decided papers that this person has decided on
  /// @param papers papers at this stage
  /// @param advice what may be said of the relevant ones
  public record Progress(int decided, int papers, StoppingAdvice advice) {}

  public Progress progress() {
    return new Progress(mine, papers.size(), stopping.advice());
  }

  /// The file of the full text, if it was found.
  public Optional<String> file(Paper paper) {
    return Retrieval.of(state).file(paper);
  }

  /// Gives the person's log free.
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
