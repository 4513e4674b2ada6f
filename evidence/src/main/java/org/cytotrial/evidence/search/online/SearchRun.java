package org.cytotrial.evidence.search.online;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One search as PRISMA-S wants it kept (Rethlefsen et al. 2021, doi:10.1186/s13643-020-01542-z):
/// the database, the day, the exact string, the count.
///
/// @param since the first day of entry that was asked for, in an update
/// @param files where the records are, in MEDLINE format
/// @param warnings what the database said of the query
public record SearchRun(
    String database,
    LocalDate day,
    String query,
    int count,
    Optional<LocalDate> since,
    List<Path> files,
    List<String> warnings) {
  public SearchRun {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }
}
