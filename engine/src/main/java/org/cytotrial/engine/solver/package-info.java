/// Stiff initial value problems, one-step methods; knows no biology. A method is a value
/// ([org.cytotrial.engine.solver.Rodas5P]); a run ([org.cytotrial.engine.solver.Stepper]) owns its
/// workspace and stays on its thread. Doses and decisions happen between calls of
/// [org.cytotrial.engine.solver.Stepper#advance], so breakpoints are met exactly.
package org.cytotrial.engine.solver;
