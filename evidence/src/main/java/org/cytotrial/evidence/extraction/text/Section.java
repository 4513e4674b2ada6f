package org.cytotrial.evidence.extraction.text;

import java.util.Locale;

/// The part of a paper that a sentence stands in, as its headings say.
public enum Section {
  TITLE,
  BACKGROUND,
  METHODS,
  RESULTS,
  CONCLUSIONS,
  /// No heading says.
  UNKNOWN;

  /// The part that a heading begins; unknown for a heading that says neither.
  public static Section of(String heading) {
    String words = heading.toLowerCase(Locale.ROOT);
    if (words.matches(".*(conclusion|discussion|interpretation|implication|comment|summary).*")) {
      return CONCLUSIONS;
    }
    if (words.matches(".*(result|finding|efficacy|safety|toxicit|outcomes of).*")) {
      return RESULTS;
    }
    if (words.matches(
        ".*(method|design|setting|patient|participant|subject|material|interventio"
            + "n|measure|outcome|population|treatment|statistic|analys).*")) {
      return METHODS;
    }
    if (words.matches(
        ".*(background|introduction|objective|purpose|aim|rationale|hypothes|contex"
            + "t|question|importance).*")) {
      return BACKGROUND;
    }
    return UNKNOWN;
  }
}
