/// The study file: what a person writes. [org.cytotrial.simulation.study.StudyReader] reads it with
/// the line and column of every mistake, all in one pass;
/// [org.cytotrial.simulation.study.RegimenCompiler] turns an arm's regimen into a
/// [org.cytotrial.simulation.regimen.Schedule] in model units.
package org.cytotrial.simulation.study;
