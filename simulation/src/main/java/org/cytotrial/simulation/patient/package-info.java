/// One virtual patient: parameters drawn from the ledger
/// ([org.cytotrial.simulation.patient.PatientSampler]), brought to diagnosis by a burn-in
/// ([org.cytotrial.simulation.patient.BurnIn]), and admitted if plausible.
package org.cytotrial.simulation.patient;
