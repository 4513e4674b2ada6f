/// Which reports may be of one trial: suggestions for a person to decide on. Start at
/// [LinkSuggestions].
package org.cytotrial.evidence.linking;
