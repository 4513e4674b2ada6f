/// From a file of any common export format to records, with a report of what was not understood.
///
/// Start at [Importer#read]. The format is recognised by content ([ImportFormat]); one reader per
/// format turns it into [org.cytotrial.evidence.records.BibliographicRecord]s, one at a time. A
/// broken record is named with its line and the rest goes on.
package org.cytotrial.evidence.importing;
