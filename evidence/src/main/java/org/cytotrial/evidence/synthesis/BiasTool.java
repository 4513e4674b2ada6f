package org.cytotrial.evidence.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Instruments for the risk of bias: the domains in which a person judges, and the judgements there
/// are. RoB 2: Sterne et al. 2019 (doi:10.1136/bmj.l4898); ROBINS-I: Sterne et al. 2016
/// (doi:10.1136/bmj.i4919); JBI's checklist for case series, for single arms: Munn et al. 2020
/// (doi:10.11124/JBISRIR-D-19-00099).
public enum BiasTool {
  ROB_2(
      "RoB 2",
      String.join(
          ";",
          "randomisation process",
          "deviations from intended interventions",
          "missing outcome data",
          "measurement of the outcome",
          "selection of the reported result",
          "overall"),
      "low;some concerns;high"),
  ROBINS_I(
      "ROBINS-I",
      String.join(
          ";",
          "confounding",
          "selection of participants",
          "classification of interventions",
          "deviations from intended interventions",
          "missing data",
          "measurement of outcomes",
          "selection of the reported result",
          "overall"),
      "low;moderate;serious;critical;no information"),
  JBI(
      "JBI single arm",
      String.join(
          ";",
          "clear criteria for inclusion",
          "condition measured in a standard way",
          "valid methods of identification",
          "consecutive inclusion",
          "complete inclusion",
          "demographics reported",
          "clinical information reported",
          "outcomes or follow-up reported",
          "site or clinic described",
          "appropriate statistical analysis",
          "overall"),
      "yes;no;unclear;not applicable");

  private final String label;
  private final String domains;
  private final String judgements;

  BiasTool(String label, String domains, String judgements) {
    this.label = label;
    this.domains = domains;
    this.judgements = judgements;
  }

  /// The name by which forms call it.
  public String label() {
    return label;
  }

  public List<String> domains() {
    return List.of(domains.split(";", -1));
  }

  public List<String> judgements() {
    return List.of(judgements.split(";", -1));
  }

  static Optional<BiasTool> named(String text) {
    return Arrays.stream(values()).filter(t -> t.label.equalsIgnoreCase(text)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(BiasTool::label).collect(Collectors.joining(", "));
  }
}
