/// Sends searches to databases over the network, politely and so that an interrupted one goes on.
/// Start at [PubMedSearch]. Nothing here is called unless the user asks for a search.
@org.jspecify.annotations.NullMarked
package org.cytotrial.evidence.search.online;
