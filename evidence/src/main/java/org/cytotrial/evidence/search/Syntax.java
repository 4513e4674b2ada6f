package org.cytotrial.evidence.search;

import java.util.regex.Pattern;

/// The language that a strategy was written in.
public enum Syntax {
  PUBMED,
  OVID;

  private static final Pattern TAG =
      Pattern.compile(
          "\\[\\s*(ti|ab|tiab|tw|mh|mesh|majr|pt|sh|all|au|la|dp|nm|title|text"
              + " word|publication)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE =
      Pattern.compile(
          "\\.(ti|ab|tw|mp|sh|pt|kf|fs|af)\\b|[a-z]/(\\s|$|[a-z]{2}\\b)|\\b(or|and)/\\s?\\d|\\badj\\d?\\b",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /// The syntax whose marks are seen more often; PubMed where there are none.
  public static Syntax guess(String text) {
    return CODE.matcher(text).results().count() > TAG.matcher(text).results().count()
        ? OVID
        : PUBMED;
  }
}
