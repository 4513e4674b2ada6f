/// Toxicity as the model grades it: terms of CTCAE v5 and, for cytokine release, of ASTCT (Lee et
/// al. 2019, doi:10.1016/j.bbmt.2018.12.758), each read from an assignment rule of the reference
/// model.
package org.cytotrial.simulation.toxicity;
