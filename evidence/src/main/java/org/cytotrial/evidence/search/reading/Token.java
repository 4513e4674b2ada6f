package org.cytotrial.evidence.search.reading;

/// A piece of a line. `text` depends on the kind: a word as printed, the codes `ti,ab` of a field,
/// a tag in small letters, subheadings with commas, a label, `between:ordered` of an adjacency.
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    NEAR,
    WORD,
    QUOTED,
    FIELD,
    TAG,
    SLASH,
    REFERENCE,
    COMBINE,
    COLON,
    FREQUENCY,
    YEARS,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean endsOperand() {
    return switch (kind) {
      case CLOSE, WORD, QUOTED, FIELD, TAG, SLASH, REFERENCE, COMBINE, FREQUENCY, YEARS -> true;
      case OPEN, AND, OR, NOT, NEAR, COLON, END -> false;
    };
  }
}
