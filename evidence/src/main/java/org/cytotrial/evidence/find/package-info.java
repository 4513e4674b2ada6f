/// Full-text search over what was imported. Start at [RecordIndex].
package org.cytotrial.evidence.find;
