/// The parameter ledger: for each constant of the model its value, unit, range, how it varies
/// between patients, and the source it was read in. Start at
/// [org.cytotrial.domain.parameter.Ledger].
package org.cytotrial.domain.parameter;
