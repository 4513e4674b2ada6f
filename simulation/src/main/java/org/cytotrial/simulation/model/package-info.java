/// Any model on its own, without patients or regimens. Start at
/// [org.cytotrial.simulation.model.Simulation].
package org.cytotrial.simulation.model;
