package org.cytotrial.evidence.synthesis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cytotrial.domain.clinical.PublishedArm;
import org.cytotrial.evidence.protocol.ReviewProtocol;
import org.cytotrial.evidence.synthesis.EventCount.Counted;

/// What accepted outcomes say together: what could be pooled, what is too little, what can only be
/// listed, and what people judged of it.
///
/// @param arms all, by stratum and year
/// @param pools every outcome in every stratum in which an arm has it, but for comparators
/// @param series who shares patients
public record Synthesis(
    ReviewProtocol protocol,
    List<EvidenceArm> arms,
    List<Pool> pools,
    Contrasts contrasts,
    JudgementForms forms,
    Series series) {
  public static final String SERIES_FILE = "series.csv";
  private static final List<String> SERIES_COLUMNS = List.of("short_id", "series", "source");

  public Synthesis {
    arms = List.copyOf(arms);
    pools = List.copyOf(pools);
  }

  /// Synthesises the accepted outcomes of a review by its protocol, with what people noted in its
  /// folder.
  ///
  /// @throws IllegalArgumentException with all that is wrong in the folder's tables
  public static Synthesis of(ReviewProtocol protocol, List<PublishedArm> outcomes, Path folder)
      throws IOException {
    List<String> problems = new ArrayList<>();
    Series series =
        Series.read(
            FormTable.read(folder.resolve(SERIES_FILE), SERIES_COLUMNS, problems),
            outcomes.stream().map(PublishedArm::shortId).toList(),
            problems);
    List<EvidenceArm> arms =
        outcomes.stream().map(a -> EvidenceArm.of(a, series)).sorted(Synthesis::order).toList();
    List<Pool> pools = pools(arms, protocol.synthesis().subgroups());
    Set<String> results = new HashSet<>();
    pools.forEach(p -> results.add(p.id()));
    Set<String> studies = new HashSet<>();
    arms.forEach(a -> studies.addAll(List.of(a.name(), a.study())));
    JudgementForms forms = JudgementForms.read(folder, studies, results, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return new Synthesis(protocol, arms, pools, Contrasts.of(arms), forms, series);
  }

  private static int order(EvidenceArm a, EvidenceArm b) {
    int byStratum = a.stratum().compareTo(b.stratum());
    int byYear = byStratum == 0 ? a.cell("year").compareTo(b.cell("year")) : byStratum;
    return byYear == 0 ? a.name().compareTo(b.name()) : byYear;
  }

  private static List<Pool> pools(List<EvidenceArm> arms, List<String> subgroups) {
    List<Pool> pools = new ArrayList<>();
    for (OutcomeKind kind : OutcomeKind.values()) {
      Set<Stratum> strata = new TreeSet<>();
      arms.forEach(a -> strata.add(a.stratum()));
      for (Stratum stratum : strata) {
        List<EvidenceArm> some = arms.stream().filter(a -> a.stratum().equals(stratum)).toList();
        pool(kind, stratum, some, subgroups).ifPresent(pools::add);
      }
    }
    return pools;
  }

  private static Optional<Pool> pool(
      OutcomeKind kind, Stratum stratum, List<EvidenceArm> arms, List<String> subgroups) {
    List<PoolRow> rows = new ArrayList<>();
    List<EvidenceArm> listed = new ArrayList<>();
    for (EvidenceArm arm : arms) {
      EventCount count = CountReader.of(arm.arm(), kind);
      if (count instanceof Counted counted && arm.isPoolable()) {
        rows.add(new PoolRow(arm, counted));
      } else if (!(count instanceof EventCount.Absent)) {
        listed.add(arm);
      }
    }
    if (rows.isEmpty() && listed.isEmpty()) {
      return Optional.empty();
    }
    String tooLittle = tooLittle(stratum, rows);
    String file = kind.id() + "-" + stratum.id() + ".csv";
    boolean isPooled = tooLittle.isEmpty();
    return Optional.of(
        new Pool(
            kind,
            stratum,
            rows,
            listed,
            isPooled ? PoolAnalyses.of(file, rows, subgroups) : List.of(),
            tooLittle,
            isPooled ? Optional.of(PoolChecks.of(file, rows)) : Optional.empty()));
  }

  private static String tooLittle(Stratum stratum, List<PoolRow> rows) {
    int studies = PoolAnalyses.studies(rows);
    if (stratum.isComparator()) {
      return "arms without a cytokine are comparators: listed, not pooled";
    }
    return studies < Pool.FEWEST_STUDIES
        ? "not enough evidence: %d of at least %d studies with a count that may be pooled"
            .formatted(studies, Pool.FEWEST_STUDIES)
        : "";
  }

  /// The pool of an outcome in a stratum.
  public Optional<Pool> pool(OutcomeKind kind, Stratum stratum) {
    return pools.stream().filter(p -> p.kind() == kind && p.stratum().equals(stratum)).findFirst();
  }

  /// How an arm's cell reads as a count.
  public static EventCount count(EvidenceArm arm, OutcomeKind kind) {
    return CountReader.of(arm.arm(), kind);
  }

  /// Every analysis, of pools and of contrasts.
  public List<Analysis> analyses() {
    List<Analysis> all = new ArrayList<>();
    pools.forEach(p -> all.addAll(p.analyses()));
    contrasts.results().forEach(r -> all.add(r.analysis()));
    all.addAll(contrasts.pooled());
    return all;
  }

  /// The tables from which `cytotrial meta` gives every pooled number again.
  public List<Sheet> exports() {
    List<Sheet> exports = new ArrayList<>();
    for (Pool pool : pools) {
      if (pool.isPooled()) {
        exports.add(PoolCsv.of(pool.id(), pool.rows(), protocol.synthesis().subgroups()));
      }
    }
    if (!contrasts.results().isEmpty()) {
      exports.add(contrasts.export());
    }
    return exports;
  }

  /// What limits the synthesis, in sentences made from what was measured.
  public List<String> limitations() {
    return Limitations.of(this);
  }

  /// Every pooled number with all its digits and the command that gives it again.
  public Sheet analysesTable() {
    return AnalysesCsv.of(this);
  }
}
