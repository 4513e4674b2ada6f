package org.cytotrial.simulation.toxicity;

import java.util.List;

/// A graded toxicity of the reference model.
public enum Toxicity {
  HYPOTENSION("hypotension", "g_hypo", "Hypotension", false),
  CAPILLARY_LEAK("capillary_leak", "g_cls", "Capillary leak", false),
  FEVER("fever", "g_fever", "Fever", true),
  ALT("alt", "g_ALT", "ALT increased", true),
  CREATININE("creatinine", "g_cre", "Creatinine increased", true),
  IMMUNE_RELATED("irae", "g_irAE", "Immune-related adverse event", true),
  LYMPHOPENIA("lymphopenia", "g_lymph", "Lymphocyte count decreased", true),
  THROMBOCYTOPENIA("platelets", "g_plt", "Platelet count decreased", true),
  NEUTROPENIA("neutrophils", "g_anc", "Neutrophil count decreased", true),
  CYTOKINE_RELEASE("crs", "g_CRS", "Cytokine release syndrome (ASTCT)", true);

  /// Toxicities of these drugs that the model does not have, and for which no rate may be reported
  /// (toxicity.md, section 2).
  public static final List<String> NOT_MODELLED =
      List.of(
          "neurotoxicity and ICANS",
          "hypoxia and pulmonary oedema",
          "arrhythmia",
          "bilirubin increase",
          "fatigue",
          "depression",
          "infection",
          "organ-specific immune-related events",
          "deaths");

  private final String id;
  private final String rule;
  private final String term;
  private final boolean isCalibrated;

  Toxicity(String id, String rule, String term, boolean isCalibrated) {
    this.id = id;
    this.rule = rule;
    this.term = term;
    this.isCalibrated = isCalibrated;
  }

  /// As column names use it.
  public String id() {
    return id;
  }

  /// The assignment rule that holds the grade.
  public String rule() {
    return rule;
  }

  public String term() {
    return term;
  }

  /// False where no published rate under high-dose IL-2 stood behind the parameters.
  public boolean isCalibrated() {
    return isCalibrated;
  }
}
