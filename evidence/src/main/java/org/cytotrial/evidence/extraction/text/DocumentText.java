package org.cytotrial.evidence.extraction.text;

import java.util.List;

/// The text of one document, from which values are read and by whose offsets they are found again.
///
/// @param name what the document is called: a PMID, or the name of its file
/// @param text paragraphs with an empty line between them; the first is the title where there is
///   one
/// @param notices what could not be read and what was done about it
public record DocumentText(String name, String text, List<String> notices) {
  public DocumentText {
    notices = List.copyOf(notices);
  }
}
