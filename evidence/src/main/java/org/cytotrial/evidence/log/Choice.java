package org.cytotrial.evidence.log;

/// What was decided.
public enum Choice {
  INCLUDE("include"),
  EXCLUDE("exclude"),
  UNSURE("unsure"),
  /// The records are one paper, or the reports are of one study.
  SAME("same"),
  DIFFERENT("different"),
  SOUGHT("sought"),
  RETRIEVED("retrieved"),
  NOT_RETRIEVED("not-retrieved"),
  /// A value read by a rule is right.
  ACCEPT("accept"),
  /// A value read by a rule is wrong, and what it should be is said.
  CORRECT("correct"),
  /// What a rule read is no value of the study.
  REJECT("reject"),
  /// Takes back the decision whose id is the reason.
  UNDO("undo");

  private final String word;

  Choice(String word) {
    this.word = word;
  }

  /// As it stands in the log.
  public String word() {
    return word;
  }

  static Choice parse(String word) {
    for (Choice choice : values()) {
      if (choice.word.equals(word)) {
        return choice;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is not a choice");
  }
}
