/// What a database says of one document, and where it says so. Start at [BibliographicRecord].
package org.cytotrial.evidence.records;
