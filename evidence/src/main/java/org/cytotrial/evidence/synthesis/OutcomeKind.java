package org.cytotrial.evidence.synthesis;

/// Outcomes that are a number of patients among those who could be judged, and the columns in which
/// a table of arms has them.
public enum OutcomeKind {
  RESPONSE("response", "objective response", "responders", "orr_pct"),
  COMPLETE_RESPONSE("complete-response", "complete response", "cr", "cr_pct"),
  GRADE3_ANY("grade3-any", "any toxicity of grade ≥ 3", "", "g3_any_pct"),
  GRADE3_HYPOTENSION("grade3-hypotension", "hypotension of grade ≥ 3", "", "g3_hypotension_pct"),
  GRADE3_LEAK("grade3-leak", "vascular leak of grade ≥ 3", "", "g3_vls_pct"),
  GRADE3_RELEASE("grade3-crs", "cytokine release of grade ≥ 3", "", "g3_crs_pct"),
  GRADE3_FEVER("grade3-fever", "fever of grade ≥ 3", "", "g3_fever_pct"),
  GRADE3_FATIGUE("grade3-fatigue", "fatigue of grade ≥ 3", "", "g3_fatigue_pct"),
  GRADE3_LIVER("grade3-liver", "liver toxicity of grade ≥ 3", "", "g3_hepatic_pct"),
  GRADE3_NERVES("grade3-nerves", "neurologic toxicity of grade ≥ 3", "", "g3_neuro_pct");

  private final String id;
  private final String label;
  private final String countColumn;
  private final String percentColumn;

  OutcomeKind(String id, String label, String countColumn, String percentColumn) {
    this.id = id;
    this.label = label;
    this.countColumn = countColumn;
    this.percentColumn = percentColumn;
  }

  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  /// The column of counts; empty where tables have percentages only.
  public String countColumn() {
    return countColumn;
  }

  public String percentColumn() {
    return percentColumn;
  }

  public boolean isToxicity() {
    return this != RESPONSE && this != COMPLETE_RESPONSE;
  }
}
