/// What a review asks and how it will answer, written before the search.
///
/// Start at [ReviewProtocol]. [ProtocolReader] reads `protocol.yaml` and names every mistake in one
/// pass; [ProtocolTemplate] is the file to begin with.
package org.cytotrial.evidence.protocol;
