package org.cytotrial.evidence.review;

import java.util.Optional;
import org.cytotrial.evidence.importing.ImportReport;

/// What became of one file.
///
/// @param file as given
/// @param source where its records come from
/// @param added records that were not there before
/// @param known records that were there already
/// @param before the earlier import of the same file, if nothing was read for that reason
/// @param report how it was read; empty where it was not read again
public record ImportOutcome(
    String file,
    String source,
    int added,
    int known,
    Optional<String> before,
    Optional<ImportReport> report) {}
