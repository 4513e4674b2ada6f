package org.cytotrial.evidence.extraction.rules;

import java.util.regex.Matcher;
import org.cytotrial.evidence.extraction.mentions.TermMention;
import org.cytotrial.evidence.extraction.numbers.NumberMention;

/// Some characters of a passage.
record Span(Passage passage, int start, int end) {
  static Span of(Passage passage, NumberMention number) {
    return new Span(passage, number.start(), number.end());
  }

  static Span of(Passage passage, TermMention mention) {
    return new Span(passage, mention.start(), mention.end());
  }

  static Span of(Passage passage, Matcher found) {
    return new Span(passage, found.start(), found.end());
  }
}
