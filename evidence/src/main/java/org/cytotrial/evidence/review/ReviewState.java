package org.cytotrial.evidence.review;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.log.Decision;
import org.cytotrial.evidence.log.DecisionLog;
import org.cytotrial.evidence.protocol.ReviewProtocol;

/// All of a review, read at one moment.
///
/// @param ungrouped records that came after the last deduplication
public record ReviewState(
    ReviewProtocol protocol, RecordStore records, DecisionLog log, Papers papers, int ungrouped) {

  /// Everything that is wrong with the files, a line each.
  public List<String> warnings() {
    List<String> lines = new ArrayList<>();
    records.problems().forEach(p -> lines.add(p.toString()));
    log.problems().forEach(p -> lines.add(p.toString()));
    for (Decision d : log.standing()) {
      if (papers.of(d.record()).isEmpty()) {
        lines.add(
            "decisions/%s.jsonl: decision %s is on the record '%s', which is not in records.jsonl. Import the file it came from again."
                .formatted(d.person(), d.id(), d.record()));
      }
    }
    if (ungrouped > 0) {
      lines.add(
          ungrouped + " records came after the last 'cytotrial review dedupe'. Run it again.");
    }
    return lines;
  }
}
