package org.cytotrial.report.figure;

/// Best overall response, in the order of legends.
public enum BestResponse {
  COMPLETE_RESPONSE("Complete response", "#0072B2"),
  PARTIAL_RESPONSE("Partial response", "#56B4E9"),
  STABLE_DISEASE("Stable disease", "#999999"),
  PROGRESSIVE_DISEASE("Progressive disease", "#D55E00"),
  NOT_EVALUABLE("Not evaluable", "#D9C7E8");

  private final String label;
  private final String colour;

  BestResponse(String label, String colour) {
    this.label = label;
    this.colour = colour;
  }

  public String label() {
    return label;
  }

  String colour() {
    return colour;
  }
}
