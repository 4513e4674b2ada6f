/// What people decided, one append-only file a person, from which everything later is computed.
///
/// Start at [DecisionLog#read]. A line holds one [Decision] and the hash of the line before it, so
/// that a line that was changed, moved or taken out is found ([LogFile]); a line that a crash cut
/// short is set aside ([LineFile]). Lines are only ever added ([DecisionWriter]), and undoing is
/// another line.
package org.cytotrial.evidence.log;
