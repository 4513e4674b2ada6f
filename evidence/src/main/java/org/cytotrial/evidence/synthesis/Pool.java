package org.cytotrial.evidence.synthesis;

import java.util.List;
import java.util.Optional;
import org.cytotrial.evidence.synthesis.Analysis.Purpose;

/// What is known of one outcome in one stratum.
///
/// @param rows arms with counts that may be pooled, by year
/// @param listed arms with a weight of 0, or whose numbers are no counts
/// @param analyses the primary first; empty where the evidence is too little
/// @param tooLittle why nothing was pooled; empty where it was
/// @param checks what was looked at beside
public record Pool(
    OutcomeKind kind,
    Stratum stratum,
    List<PoolRow> rows,
    List<EvidenceArm> listed,
    List<Analysis> analyses,
    String tooLittle,
    Optional<PoolChecks> checks) {
  /// From how many studies on numbers are pooled.
  public static final int FEWEST_STUDIES = 3;

  public Pool {
    rows = List.copyOf(rows);
    listed = List.copyOf(listed);
    analyses = List.copyOf(analyses);
  }

  /// Also the name of the exported file, without its ending.
  public String id() {
    return kind.id() + "-" + stratum.id();
  }

  public boolean isPooled() {
    return !analyses.isEmpty();
  }

  /// The first analysis for a purpose.
  public Optional<Analysis> analysis(Purpose purpose) {
    return analyses.stream().filter(a -> a.purpose() == purpose).findFirst();
  }

  /// The primary estimate; empty where nothing was pooled.
  public Optional<Estimate> estimate() {
    return analysis(Purpose.PRIMARY).flatMap(Analysis::estimate);
  }

  public int studies() {
    return PoolAnalyses.studies(rows);
  }
}
