package org.cytotrial.domain.clinical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// One arm of a published trial, as a table of the evidence has it. Empty means unknown, never 0.
///
/// @param n patients who could be judged
/// @param responders complete or partial responses
/// @param cr complete responses
/// @param pfsMonths median progression-free survival
/// @param osMonths median overall survival
/// @param fitWeight 1, 0.5 for series that overlap others, 0 for context only (neither fitted nor
///   scored)
/// @param endpointClass arms of different classes must not be pooled
/// @param sourceQuality `seen`, `seen-partial` or `recalled`
/// @param columns every column of the table as it stands
public record PublishedArm(
    String shortId,
    String drugs,
    String cancer,
    String setting,
    OptionalInt n,
    OptionalInt responders,
    OptionalInt cr,
    OptionalDouble orrPercent,
    OptionalDouble crPercent,
    OptionalDouble pfsMonths,
    OptionalDouble osMonths,
    GradeThree gradeThree,
    String citation,
    String pmid,
    String nct,
    String sourceQuality,
    double fitWeight,
    String endpointClass,
    String notes,
    SequencedMap<String, String> columns) {
  public PublishedArm {
    columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
  }

  /// Percent of patients with toxicity of grade 3 or more. Where a table gives a range or a
  /// comment, the number is unknown here and the words stand in [#columns()].
  public record GradeThree(
      OptionalDouble any,
      OptionalDouble hypotension,
      OptionalDouble vascularLeak,
      OptionalDouble cytokineRelease,
      OptionalDouble fever,
      OptionalDouble fatigue,
      OptionalDouble hepatic,
      OptionalDouble neurologic) {}
}
