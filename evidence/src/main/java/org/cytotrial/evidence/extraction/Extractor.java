package org.cytotrial.evidence.extraction;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.extraction.rules.Rules;
import org.cytotrial.evidence.extraction.text.DocumentText;

/// Reads values from documents by rules. Every value is a suggestion for a person to accept.
public final class Extractor {
  private Extractor() {}

  /// What the rules find in a document, and which of it cannot be true together.
  public static Extraction extract(DocumentText document) {
    Rules.Found found = Rules.read(document.text());
    List<String> notes = new ArrayList<>(document.notices());
    found.notes().forEach(n -> notes.add(document.name() + ": " + n));
    return new Extraction(
        document.name(), found.values(), Contradictions.of(document.text()), notes);
  }
}
