/// A model as the paper says it: compartments, species, parameters, reactions, rules and events, in
/// the words and with the meaning of SBML Level 3 (doi:10.15252/msb.20199110). Start at
/// [org.cytotrial.model.network.Model].
///
/// Level and version of SBML, and function definitions, end in the readers: nothing here knows
/// them.
package org.cytotrial.model.network;
