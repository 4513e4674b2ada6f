package org.cytotrial.report.review;

import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.flow.FlowDiagram;
import org.cytotrial.evidence.synthesis.Synthesis;

/// What the report of a review is made from.
///
/// @param flow empty where records and decisions were not logged
/// @param sources what was read, each with its hash, for the provenance
public record ReviewContent(
    Synthesis synthesis, Optional<FlowDiagram> flow, SearchAppendix search, List<Source> sources) {
  public ReviewContent {
    sources = List.copyOf(sources);
  }

  /// A file that was read.
  public record Source(String file, String sha256) {}

  boolean isSearched() {
    return search.wasRun();
  }

  boolean isBiasAssessed() {
    return !synthesis.forms().bias().isEmpty();
  }

  boolean isCertaintyAssessed() {
    return !synthesis.forms().certainty().isEmpty();
  }
}
