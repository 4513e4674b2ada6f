/// From draws to a population: [org.cytotrial.simulation.population.Population#generate] keeps the
/// plausible draws and counts why the others fell;
/// [org.cytotrial.simulation.population.PrevalenceWeights] weights patients so that chosen
/// published outcomes are met. Terms follow Allen et al. 2016, doi:10.1002/psp4.12063.
package org.cytotrial.simulation.population;
