/// What a virtual trial found, for people and for other programs:
/// [org.cytotrial.report.trial.TrialTable] for the terminal,
/// [org.cytotrial.report.trial.TrialReport] for the browser,
/// [org.cytotrial.report.trial.SummaryCsv] and [org.cytotrial.report.trial.PatientsCsv] for
/// spreadsheets, [org.cytotrial.report.trial.TrialJson] for scripts and
/// [org.cytotrial.report.trial.Manifest] for whoever runs it again. Nothing here is estimated:
/// numbers come from the result as they are, and the same result gives the same bytes.
package org.cytotrial.report.trial;
