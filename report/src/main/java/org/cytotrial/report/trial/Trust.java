package org.cytotrial.report.trial;

import java.util.List;

/// How far the reference model can be trusted, in short. From section 14 of its specification,
/// "Where it is wrong".
final class Trust {
  /// Before the list.
  static final String NOTE =
      "Intervals cover the finite number of virtual patients only, not errors of the model. About"
          + " two in three of the model's parameters are assumed, not measured, and no covariances"
          + " are known. Agreement with a published arm marked “fitted” proves nothing.";

  static final String SURVIVAL =
      "The mean over patients of exp(−hazard) at each visit. It is the model's hazard, not a count"
          + " of deaths: one hazard for all arms, scaled on the median survival of one published"
          + " trial of high-dose IL-2 (Atkins 1999), rising with tumour size and after progression"
          + " by guessed exponents. Compare shapes, not medians.";

  static final List<String> FAULTS =
      List.of(
          "Low-intensity IL-2 comes out too well: an eighth of the dose does as well as high-dose"
              + " IL-2 with holding, and low subcutaneous doses give responses where none are"
              + " expected.",
          "Cytokine with anti-PD-1 is too synergistic: gains of 7 to 14 percentage points over"
              + " nivolumab alone, where the published trials show none. Treat any such gain as"
              + " optimistic.",
          "Complete responses come late and in the end too many, as scars resolve over years; there"
              + " is one lumped tumour and there are no new lesions.",
          "What limits a patient (infiltration, priming) is the same for all drugs, so the model"
              + " separates them poorly: hardly anybody responds to high-dose IL-2 after nivolumab"
              + " has failed.",
          "Hypotension and capillary leak are uncalibrated; under high-dose IL-2 grade 3 is reached"
              + " below the limit at which doses are held.",
          "Agonists that spare the alpha chain, and N-803, lower lymphocyte counts too far on day"
              + " 1.",
          "Tumour burden and LDH carry almost no prognostic weight.",
          "Adjuvant treatment is not fitted; complete responses to CAR-T cells are too rare and"
              + " severe cytokine release too common; responses in small tumours to intralesional"
              + " injection and limb perfusion are too frequent.",
          "Subcutaneous IL-2 gives twice the published exposure, and TNF kinetics are linear where"
              + " the source has them nonlinear.",
          "There is no population of renal cell carcinoma, and nobody's checkpoint inhibitor is"
              + " withheld for toxicity.",
          "Draws are rejected mostly for small tumours, so rejection shapes the population.",
          "From one seed to the next, response rates of 160 to 200 patients differ by some 5"
              + " points.");

  private Trust() {}
}
