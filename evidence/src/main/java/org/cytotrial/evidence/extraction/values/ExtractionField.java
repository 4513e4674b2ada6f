package org.cytotrial.evidence.extraction.values;

import java.util.Arrays;
import java.util.Optional;

/// What can be read from a paper. The names are those of the columns of the evidence table where it
/// has one.
public enum ExtractionField {
  TOTAL_N("total_n", "patients"),
  ARM_N("arm_n", "patients"),
  /// The patients a count of events is of.
  EVALUATED_N("evaluated_n", "patients"),
  EVENTS("events", "patients"),
  PERCENT("percent", "%"),
  RESPONDERS("responders", "patients"),
  CR("cr", "patients"),
  ORR_PCT("orr_pct", "%"),
  CR_PCT("cr_pct", "%"),
  MEDIAN_PFS("median_pfs_mo", "months"),
  MEDIAN_OS("median_os_mo", "months"),
  HAZARD_RATIO("hazard_ratio", ""),
  HAZARD_RATIO_LOW("hazard_ratio_low", ""),
  HAZARD_RATIO_HIGH("hazard_ratio_high", ""),
  G3_PCT("g3_pct", "%"),
  G3_N("g3_n", "patients"),
  DOSE("dose", ""),
  INTERVAL("interval_h", "h"),
  DOSE_DAYS("dose_days", ""),
  CYCLE_DAYS("cycle_days", "d"),
  ROUTE("route", ""),
  PHASE("phase", ""),
  SETTING("setting", ""),
  CANCER("cancer", ""),
  CYTOKINE("cytokine", ""),
  CYTOKINE_MENTION("cytokine_mention", ""),
  PRODUCT("product", ""),
  FORMAT("format", ""),
  PARTNER("partner", "");

  private final String spelling;
  private final String unit;

  ExtractionField(String spelling, String unit) {
    this.spelling = spelling;
    this.unit = unit;
  }

  /// As files and JSON write it.
  public String spelling() {
    return spelling;
  }

  /// The unit that its values have; empty where they have none or say it themselves.
  public String unit() {
    return unit;
  }

  /// The field that is written so.
  public static Optional<ExtractionField> of(String spelling) {
    return Arrays.stream(values()).filter(f -> f.spelling.equals(spelling)).findFirst();
  }
}
