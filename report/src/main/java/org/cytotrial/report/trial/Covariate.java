package org.cytotrial.report.trial;

import java.util.OptionalDouble;
import org.cytotrial.simulation.patient.VirtualPatient;

/// The drawn parameters by which a pharmacologist would stratify patients, with the unit in the
/// column's name.
enum Covariate {
  TUMOUR_VOLUME("VT0", "vt0_mL"),
  NET_GROWTH("g_net", "net_growth_per_day"),
  ANTIGENICITY("TMB", "tmb"),
  INFILTRATION("inf_p", "infiltration_fold"),
  MHC_LOW_CLONE("fm0", "mhc_low_clone_fraction"),
  RESISTANT_CLONE("fr0", "resistant_clone_fraction"),
  PDL1("pdl_p", "pdl1_fold"),
  REGULATORY_T_CELLS("tr_p", "tumour_treg_fold"),
  MACROPHAGES("m2_p", "m2_fraction"),
  VASCULAR_SUSCEPTIBILITY("vs_p", "vascular_susceptibility_fold"),
  CRP("CRP_0", "crp_mg_per_L"),
  ARTERIAL_PRESSURE("MAP_0", "map_mmHg"),
  ALT("ALT_0", "alt_U_per_L"),
  CREATININE("Cre_0", "creatinine_mg_per_dL"),
  PLATELETS("Plt_0", "platelets_1e9_per_L"),
  NEUTROPHILS("ANC_0", "neutrophils_1e9_per_L");

  private final String parameter;
  private final String column;

  Covariate(String parameter, String column) {
    this.parameter = parameter;
    this.column = column;
  }

  String column() {
    return column;
  }

  /// Empty where the trial does not draw the parameter.
  OptionalDouble of(VirtualPatient patient) {
    Double value = patient.drawn().get(parameter);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
