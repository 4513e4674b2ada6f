package org.cytotrial.evidence.records;

/// What a record can say besides its type, authors and keywords.
public enum Field {
  TITLE,
  YEAR,
  JOURNAL,
  BOOKTITLE,
  VOLUME,
  ISSUE,
  PAGES,
  DOI,
  PMID,
  ISBN,
  ISSN,
  ABSTRACT,
  LANGUAGE,
  URL,
  PUBLISHER,
  NOTE
}
