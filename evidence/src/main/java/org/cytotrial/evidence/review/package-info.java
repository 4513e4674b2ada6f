/// A review as a folder of plain files, and the steps from the protocol to the chosen studies.
///
/// Start at [Review], the table of contents. `protocol.yaml` says what is asked, `records.jsonl`
/// holds what was imported, `decisions/` what people decided; [Papers] and everything after are
/// computed from these.
package org.cytotrial.evidence.review;
