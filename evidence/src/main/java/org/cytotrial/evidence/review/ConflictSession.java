package org.cytotrial.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionWriter;
import org.cytotrial.evidence.log.Stage;
import org.cytotrial.evidence.review.Verdict.State;

/// One person settling what others disagree on at a stage. Where two people screen, it must be a
/// third: papers on which this person has decided are left to another.
public final class ConflictSession implements Closeable {
  private final Stage stage;
  private final DecisionWriter writer;
  private final ScreeningStage screening;
  private final Deque<Paper> open = new ArrayDeque<>();
  private final Deque<Paper> done = new ArrayDeque<>();
  private final Deque<Decision> decisions = new ArrayDeque<>();
  private int own;

  private ConflictSession(ReviewState state, Stage stage, DecisionWriter writer) {
    this.stage = stage.conflict();
    this.writer = writer;
    this.screening = ScreeningStage.of(state, stage);
    for (Paper paper : state.papers().all()) {
      Verdict verdict = screening.of(paper);
      if (verdict.state() == State.CONFLICT) {
        if (state.protocol().screeners() > 1 && verdict.isBy(writer.person())) {
          own++;
        } else {
          open.add(paper);
        }
      }
    }
  }

  /// Begins.
  ///
  /// @param stage title or full text
  public static ConflictSession open(Review review, Stage stage, String person) throws IOException {
    ReviewState state = review.state();
    return new ConflictSession(state, stage, review.writer(person));
  }

  /// Conflicts in which this person took part, and which a third must settle.
  public int own() {
    return own;
  }

  public int left() {
    return open.size();
  }

  public Optional<Paper> next() {
    return Optional.ofNullable(open.peek());
  }

  /// What the screeners chose; both exist, so it may be shown.
  public List<Decision> choices(Paper paper) {
    return screening.of(paper).choices();
  }

  /// Decides on the paper shown.
  public Decision decide(Choice choice, String reason) throws IOException {
    Paper paper = open.remove();
    Decision decision = writer.append(Decision.Draft.of(paper.id(), stage, choice, reason));
    done.push(paper);
    decisions.push(decision);
    return decision;
  }

  /// Takes the last decision of this session back.
  public Optional<Decision> undo() throws IOException {
    Optional<Decision> last = Optional.ofNullable(decisions.poll());
    if (last.isPresent()) {
      writer.append(Decision.Draft.undo(last.get()));
      open.push(done.pop());
    }
    return last;
  }

  /// Gives the person's log free.
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
