/// What is given, when, and what stops it. A [org.cytotrial.simulation.regimen.Schedule] is the one
/// form of a regimen: the rows of a scenario table and the arms of a study file both become series
/// of timed actions on states and switches of the model.
/// [org.cytotrial.simulation.regimen.CompiledSchedule] binds it to a compiled model, and
/// [org.cytotrial.simulation.regimen.RegimenPlayer] plays it on one patient.
package org.cytotrial.simulation.regimen;
