/// From records to papers: which records describe the same one, and why.
///
/// Start at [Deduplicator]. A record is normalised once ([ComparableRecord]); pairs that share
/// something rare are candidates ([Candidates]); each pair is judged by rules that can be read
/// ([PairComparison]); groups grow along the strongest links first and refuse a record that
/// contradicts a member ([Grouping]). Two different papers in one group are worse than a copy left
/// over, so what is not clear goes to a person.
package org.cytotrial.evidence.dedupe;
