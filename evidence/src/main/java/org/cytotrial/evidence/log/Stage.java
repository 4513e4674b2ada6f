package org.cytotrial.evidence.log;

import java.util.EnumSet;
import java.util.Set;

/// The step of a review at which something is decided, and what may be decided there.
public enum Stage {
  DEDUPE("dedupe", EnumSet.of(Choice.SAME, Choice.DIFFERENT, Choice.UNSURE)),
  TITLE("title", EnumSet.of(Choice.INCLUDE, Choice.EXCLUDE, Choice.UNSURE)),
  TITLE_CONFLICT("title-conflict", EnumSet.of(Choice.INCLUDE, Choice.EXCLUDE, Choice.UNSURE)),
  RETRIEVE("retrieve", EnumSet.of(Choice.SOUGHT, Choice.RETRIEVED, Choice.NOT_RETRIEVED)),
  FULLTEXT("fulltext", EnumSet.of(Choice.INCLUDE, Choice.EXCLUDE, Choice.UNSURE)),
  FULLTEXT_CONFLICT("fulltext-conflict", EnumSet.of(Choice.INCLUDE, Choice.EXCLUDE, Choice.UNSURE)),
  LINK("link", EnumSet.of(Choice.SAME, Choice.DIFFERENT));

  private final String word;
  private final Set<Choice> choices;

  Stage(String word, Set<Choice> choices) {
    this.word = word;
    this.choices = choices;
  }

  /// As it stands in the log.
  public String word() {
    return word;
  }

  boolean allows(Choice choice) {
    return choice == Choice.UNDO || choices.contains(choice);
  }

  /// The stage at which disagreement of this one is settled.
  ///
  /// @throws IllegalArgumentException if nothing is screened at this stage
  public Stage conflict() {
    return switch (this) {
      case TITLE -> TITLE_CONFLICT;
      case FULLTEXT -> FULLTEXT_CONFLICT;
      case DEDUPE, RETRIEVE, LINK, TITLE_CONFLICT, FULLTEXT_CONFLICT ->
          throw new IllegalArgumentException("nothing is screened at the stage " + word);
    };
  }

  static Stage parse(String word) {
    for (Stage stage : values()) {
      if (stage.word.equals(word)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is not a stage of a review");
  }
}
