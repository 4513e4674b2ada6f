package org.cytotrial.evidence.log;

/// The step of a review at which something is decided, and what may be decided there.
public enum Stage {
  DEDUPE("dedupe"),
  TITLE("title"),
  TITLE_CONFLICT("title-conflict"),
  RETRIEVE("retrieve"),
  FULLTEXT("fulltext"),
  FULLTEXT_CONFLICT("fulltext-conflict"),
  LINK("link"),
  EXTRACT("extract");

  private final String word;

  Stage(String word) {
    this.word = word;
  }

  /// As it stands in the log.
  public String word() {
    return word;
  }

  boolean allows(Choice choice) {
    return switch (choice) {
      case UNDO -> true;
      case INCLUDE, EXCLUDE -> isScreening();
      case UNSURE -> isScreening() || this == DEDUPE;
      case SAME, DIFFERENT -> this == DEDUPE || this == LINK;
      case SOUGHT, RETRIEVED, NOT_RETRIEVED -> this == RETRIEVE;
      case ACCEPT, CORRECT, REJECT -> this == EXTRACT;
    };
  }

  private boolean isScreening() {
    return switch (this) {
      case TITLE, TITLE_CONFLICT, FULLTEXT, FULLTEXT_CONFLICT -> true;
      case DEDUPE, RETRIEVE, LINK, EXTRACT -> false;
    };
  }

  /// The stage at which disagreement of this one is settled.
  ///
  /// @throws IllegalArgumentException if nothing is screened at this stage
  public Stage conflict() {
    return switch (this) {
      case TITLE -> TITLE_CONFLICT;
      case FULLTEXT -> FULLTEXT_CONFLICT;
      case DEDUPE, RETRIEVE, LINK, EXTRACT, TITLE_CONFLICT, FULLTEXT_CONFLICT ->
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
