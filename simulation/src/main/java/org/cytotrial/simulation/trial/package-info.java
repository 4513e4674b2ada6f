/// The trial. [org.cytotrial.simulation.trial.VirtualTrial] is the table of contents: population,
/// arms, outcomes, weights, endpoints.
package org.cytotrial.simulation.trial;
