package org.cytotrial.evidence.synthesis;

import java.util.List;
import java.util.Locale;
import org.cytotrial.evidence.synthesis.EventCount.Counted;
import org.cytotrial.statistics.meta.TwoByTwo;

/// Two arms of one trial with the same outcome.
///
/// @param first the arm with more in it
/// @param second the arm it stands against
public record Contrast(
    OutcomeKind kind, Question question, EvidenceArm first, EvidenceArm second, Counts counts) {

  /// What the difference between the arms tells.
  public enum Question {
    /// Both have the partner, one has the cytokine.
    ADDS_CYTOKINE("what the cytokine adds to its partner"),
    /// Both have the cytokine, one has the partner.
    ADDS_PARTNER("what the partner adds to the cytokine"),
    /// A cytokine against no treatment, placebo or another drug.
    AGAINST_CONTROL("cytokine against control"),
    /// Two cytokines, doses or schedules.
    AGAINST_EACH_OTHER("one treatment against another");

    private final String words;

    Question(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    public boolean isOfCombination() {
      return this == ADDS_CYTOKINE || this == ADDS_PARTNER;
    }
  }

  /// The counts of both arms.
  public record Counts(Counted first, Counted second) {
    TwoByTwo table() {
      return TwoByTwo.ofTotals(
          first.events(), first.patients(), second.events(), second.patients());
    }
  }

  public String id() {
    return (kind.id() + " " + first.name() + " against " + second.name()).replace(',', ' ');
  }

  /// Which contrasts tell the same and may be pooled.
  public String group() {
    return (kind.id() + " " + question.name() + " " + first.stratum().id())
        .toLowerCase(Locale.ROOT);
  }

  /// Whether a row of either arm says that patients were drawn by lot.
  public boolean isRandomised() {
    return List.of(first, second).stream().anyMatch(Contrast::saysRandomised);
  }

  private static boolean saysRandomised(EvidenceArm arm) {
    String text = (arm.cell("setting") + " " + arm.cell("notes") + " " + arm.arm().citation());
    return text.toLowerCase(Locale.ROOT).matches("(?s).*(randomi[sz]ed|placebo-controlled).*");
  }

  /// Whether either arm is context only.
  public boolean isPoolable() {
    return first.isPoolable() && second.isPoolable();
  }
}
