/// Patients behind a published survival curve, from clicks on its figure and the numbers at risk
/// below it. Start at [org.cytotrial.statistics.survival.reconstruction.Reconstruction#of].
package org.cytotrial.statistics.survival.reconstruction;
