package org.cytotrial.evidence.search.writing;

import java.util.Locale;

/// A database that a strategy can be written for.
public enum Target {
  PUBMED("PubMed"),
  OVID("Ovid MEDLINE"),
  EMBASE("Embase.com"),
  SCOPUS("Scopus"),
  WEB_OF_SCIENCE("Web of Science"),
  COCHRANE("Cochrane CENTRAL"),
  CINAHL("CINAHL (EBSCO)");

  private final String label;

  Target(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// The name on the command line, such as `web-of-science`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The column of this database in the table of fields.
  String column() {
    return this == WEB_OF_SCIENCE ? "wos" : word();
  }
}
