/// SBML in and out. Start at [org.cytotrial.model.sbml.SbmlReader#read];
/// [org.cytotrial.model.sbml.SbmlWriter] writes Level 3 Version 2 (doi:10.1515/jib-2017-0081).
///
/// Levels, versions, function definitions and local parameters end here: the model knows none of
/// them. What the model cannot say (algebraic rules, delays, fast reactions, variable
/// stoichiometry, required packages) is refused by name and line, never ignored.
package org.cytotrial.model.sbml;
