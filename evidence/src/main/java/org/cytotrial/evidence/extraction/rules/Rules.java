package org.cytotrial.evidence.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import org.cytotrial.evidence.extraction.text.SentenceSplitter;
import org.cytotrial.evidence.extraction.values.ExtractedValue;

/// All rules, in the order in which one needs what another found.
public final class Rules {
  private Rules() {}

  /// What was found, and what could not be converted.
  public record Found(List<ExtractedValue> values, List<String> notes) {
    public Found {
      values = List.copyOf(values);
      notes = List.copyOf(notes);
    }
  }

  /// The values of a text, by field and place.
  public static Found read(String text) {
    List<Passage> passages = SentenceSplitter.split(text).stream().map(Passage::of).toList();
    var findings = new Findings();
    TotalPatients.read(passages, findings);
    ArmPatients.read(passages, findings);
    BinaryOutcomes.read(passages, findings);
    boolean cancer = TrialFacts.read(passages, findings);
    Treatments.read(passages, findings);
    Responses.read(passages, cancer, findings);
    Survivals.read(passages, findings);
    List<String> notes = new ArrayList<>(Doses.read(passages, findings));
    Schedules.read(passages, findings);
    return new Found(findings.all(), notes);
  }
}
