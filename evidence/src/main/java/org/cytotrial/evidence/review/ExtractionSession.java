package org.cytotrial.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytotrial.evidence.extraction.Extraction;
import org.cytotrial.evidence.extraction.Extractor;
import org.cytotrial.evidence.extraction.text.DocumentReader;
import org.cytotrial.evidence.extraction.text.DocumentText;
import org.cytotrial.evidence.extraction.text.UnreadableDocumentException;
import org.cytotrial.evidence.extraction.values.ExtractedValue;
import org.cytotrial.evidence.extraction.values.ExtractionField;
import org.cytotrial.evidence.log.Choice;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionWriter;
import org.cytotrial.evidence.log.Stage;

/// One person deciding on the values that rules suggest for the included papers: of title and
/// abstract, and of the full text where its file is there.
public final class ExtractionSession implements Closeable {
  /// What is asked about; mentions and generic outcomes are left to the command `extract`.
  private static final Set<ExtractionField> LEFT_OUT =
      EnumSet.of(
          ExtractionField.CYTOKINE_MENTION,
          ExtractionField.EVENTS,
          ExtractionField.PERCENT,
          ExtractionField.EVALUATED_N);

  private static final String ABSTRACT = "abstract";

  private final Review review;
  private final DecisionWriter writer;
  private final List<Suggestion> suggestions = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<Suggestion> passedOver = new HashSet<>();

  /// A value that a rule read in a document of a paper.
  public record Suggestion(Paper paper, String document, ExtractedValue value) {}

  private ExtractionSession(Review review, DecisionWriter writer) throws IOException {
    this.review = review;
    this.writer = writer;
    ReviewState state = review.state();
    for (Paper paper : Review.included(state)) {
      suggest(paper, ABSTRACT, DocumentReader.of(paper.merged()));
      Optional<String> file = Review.retrieval(state).file(paper);
      if (file.isPresent()) {
        fullText(paper, file.get());
      }
    }
  }

  /// Begins, or goes on where the log ends.
  public static ExtractionSession open(Review review, String person) throws IOException {
    DecisionWriter writer = review.writer(person);
    boolean isOpen = false;
    try {
      var session = new ExtractionSession(review, writer);
      isOpen = true;
      return session;
    } finally {
      if (!isOpen) {
        writer.close();
      }
    }
  }

  private void fullText(Paper paper, String name) throws IOException {
    Path file = review.folder().resolve(name);
    if (!Files.isRegularFile(file)) {
      notes.add(paper.id() + ": the full text '" + name + "' is not there");
      return;
    }
    try {
      for (DocumentText document : DocumentReader.read(file)) {
        suggest(paper, name, document);
      }
    } catch (UnreadableDocumentException e) {
      notes.add(paper.id() + ": " + e.getMessage());
    }
  }

  private void suggest(Paper paper, String name, DocumentText document) {
    Extraction extraction = Extractor.extract(document);
    extraction.notes().forEach(n -> notes.add(paper.id() + ": " + n));
    extraction
        .contradictions()
        .forEach(c -> notes.add(paper.id() + ": " + c.why() + ": " + c.sentence()));
    extraction.values().stream()
        .filter(v -> !LEFT_OUT.contains(v.field()))
        .forEach(v -> suggestions.add(new Suggestion(paper, name, v)));
  }

  /// What could not be read, and numbers that cannot all be true.
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /// The next value that nobody has decided on; empty when all is done.
  public Optional<Suggestion> next() throws IOException {
    List<ValueDecision> decided = ExtractedArms.decisions(review.log());
    return suggestions.stream()
        .filter(s -> !passedOver.contains(s) && decided.stream().noneMatch(d -> isOn(d, s)))
        .findFirst();
  }

  private static boolean isOn(ValueDecision decision, Suggestion suggestion) {
    return decision.paper().equals(suggestion.paper().id())
        && decision.isOn(suggestion.document(), suggestion.value());
  }

  /// How many values are suggested, and how many of them nobody has decided on.
  public int[] progress() throws IOException {
    List<ValueDecision> decided = ExtractedArms.decisions(review.log());
    long open =
        suggestions.stream().filter(s -> decided.stream().noneMatch(d -> isOn(d, s))).count();
    return new int[] {suggestions.size() - (int) open, suggestions.size()};
  }

  /// The value is right.
  ///
  /// @param arm the arm it belongs to; empty for the whole study
  public void accept(Suggestion suggestion, String arm) throws IOException {
    decide(suggestion, Choice.ACCEPT, suggestion.value().value(), arm);
  }

  /// The value should be another.
  public void correct(Suggestion suggestion, String value, String arm) throws IOException {
    decide(suggestion, Choice.CORRECT, value, arm);
  }

  /// What was read is no value of the study.
  public void reject(Suggestion suggestion) throws IOException {
    decide(suggestion, Choice.REJECT, suggestion.value().value(), "");
  }

  /// Leaves the value undecided until the next session.
  public void passOver(Suggestion suggestion) {
    passedOver.add(suggestion);
  }

  private void decide(Suggestion s, Choice choice, String value, String arm) throws IOException {
    String text = ValueDecision.text(s.document(), s.value(), value, arm);
    writer.append(Decision.Draft.of(s.paper().id(), Stage.EXTRACT, choice, text));
  }

  /// Takes this person's last decision on a value back.
  ///
  /// @return what was taken back; empty if there is none
  public Optional<ValueDecision> undo() throws IOException {
    Optional<Decision> last =
        review.log().standing(Stage.EXTRACT).stream()
            .filter(d -> d.person().equals(writer.person()))
            .reduce((_, later) -> later);
    if (last.isPresent()) {
      writer.append(Decision.Draft.undo(last.get()));
    }
    return last.map(ValueDecision::of);
  }

  /// Gives the person's log free.
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
